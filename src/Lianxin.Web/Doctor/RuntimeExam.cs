namespace Lianxin.Web.Doctor;

/// <summary>The .NET runtime and the user the program runs as.</summary>
internal sealed class RuntimeExam(Version runtime, string user) : IExamine
{
    /// <summary>Five holes of ASP.NET Core are closed in 10.0.13; the release is published with this one.</summary>
    internal static readonly Version Floor = new(10, 0, 14);

    internal static RuntimeExam OfThisProcess() => new(Environment.Version, Environment.UserName);

    public Task<IReadOnlyList<Ailment>> Look(CancellationToken stop) => Task.FromResult<IReadOnlyList<Ailment>>(
    [
        new("runtime", runtime >= Floor ? Gravity.Well : Gravity.Danger, runtime.ToString(3), Floor.ToString(3)),
        new("user", user == "root" ? Gravity.Warning : Gravity.Well, user),
    ]);
}
