namespace Lianxin.Web.Doctor;

/// <summary>Settings that open the site wider than residents' data bears: any host name, the developer's pages, a log of everything.</summary>
internal sealed class SettingExam(IConfiguration settings, string environment) : IExamine
{
    private const string Any = "*";

    public Task<IReadOnlyList<Ailment>> Look(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Ailment>>([Hosts(), Environment(), .. Logs()]);

    private Ailment Hosts()
    {
        var hosts = settings["AllowedHosts"] is { Length: > 0 } named ? named : Any;
        return new("hosts", hosts.Split(';', StringSplitOptions.TrimEntries).Contains(Any) ? Gravity.Warning : Gravity.Well, hosts);
    }

    private Ailment Environment() =>
        new("environment", environment.Equals("Development", StringComparison.OrdinalIgnoreCase) ? Gravity.Danger : Gravity.Well, environment);

    private IEnumerable<Ailment> Logs() => settings.GetSection("Logging:LogLevel").GetChildren()
        .Where(level => level.Value is "Trace" or "Debug").Select(level => new Ailment("log_level", Gravity.Warning, level.Key, level.Value!));
}
