using Lianxin.Database;
using Lianxin.People;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>The keys of programs: what they are called, for whom, for what, until when. No secret is shown, since none is kept.</summary>
public sealed class KeysPage(CurrentActor current, TimeProvider time, LianxinDatabase database, ApiKeyBook book) : ConsolePage(current, time)
{
    /// <summary>Every key, the newest first.</summary>
    public IReadOnlyList<KnownKey> Keys { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        Keys = (await book.Read(db)).All;
    }

    /// <summary>Whether it stands: the last part of a text key.</summary>
    public string StateOf(KnownKey key) => key.Row.RevokedAt is not null ? "revoked" : key.Opens(Now) ? "open" : "expired";
}
