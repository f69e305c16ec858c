namespace Lianxin.Web.Doctor;

/// <summary>The addresses the site listens on: plain http is for this machine, or for a proxy on it that speaks https.</summary>
internal sealed class AddressExam(string urls) : IExamine
{
    public Task<IReadOnlyList<Ailment>> Look(CancellationToken stop) => Task.FromResult<IReadOnlyList<Ailment>>(
        [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Of)]);

    private static Ailment Of(string url)
    {
        var open = url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback);
        return new("address", open ? Gravity.Danger : Gravity.Well, url);
    }
}
