using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>One log as the public sees it.</summary>
public sealed record ShownLog(LedgerLog Log, SignedCheckpoint? Newest, DateTime SignedAt, IReadOnlyList<VerifierKey> Keys, IReadOnlyList<OlderCheckpoint> Older);

/// <summary>The last checkpoint of an earlier day.</summary>
public sealed record OlderCheckpoint(long Size, DateTime SignedAt);

/// <summary>The public page of the ledger: current and older checkpoints, keys, policy and the page that checks receipts offline (P3, P6).</summary>
public sealed class LedgerPage(LianxinDatabase database, LedgerKeys keys, LedgerWitnesses witnesses, TimeProvider time) : PageModel
{
    /// <summary>Earlier days shown; any other size has an address of its own.</summary>
    public const int Days = 60;

    /// <summary>Both logs.</summary>
    public IReadOnlyList<ShownLog> Logs { get; private set; } = [];

    /// <summary>How the witnesses stand.</summary>
    public WitnessStanding Standing { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        var policy = keys.ReadPolicy();
        var logs = new List<ShownLog>();
        foreach (var log in LedgerLog.All)
        {
            logs.Add(await Read(db, log, policy));
        }

        Logs = logs;
        Standing = await witnesses.Standing(db, time.GetUtcNow().UtcDateTime);
    }

    private static async Task<ShownLog> Read(LianxinDb db, LedgerLog log, LedgerPolicy? policy)
    {
        if (await db.LedgerCheckpoints.Where(c => c.Log == log.Id).OrderByDescending(c => c.Size).FirstOrDefaultAsync() is not { } newest)
        {
            return new ShownLog(log, null, default, [], []);
        }

        var held = policy?.Logs.Where(one => log.IsOrigin(one.Key.Name) && one.Holds(newest.Size)).Select(one => one.Key) ?? [];
        var older = new List<OlderCheckpoint>();
        for (var before = newest.SignedAt; older.Count < Days && await LastBefore(db, log, before) is { } last; before = last.SignedAt)
        {
            older.Add(last);
        }

        return new ShownLog(log, SignedCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(newest.Note)), newest.SignedAt, [.. held], older);
    }

    // One seek a day through the index of (log, signed_at).
    private static Task<OlderCheckpoint?> LastBefore(LianxinDb db, LedgerLog log, DateTime at)
    {
        var day = ShanghaiTime.StartOfDay(ShanghaiTime.DayOf(at));
        return db.LedgerCheckpoints.Where(c => c.Log == log.Id && c.SignedAt < day).OrderByDescending(c => c.SignedAt).ThenByDescending(c => c.Size)
            .Select(c => new OlderCheckpoint(c.Size, c.SignedAt)).FirstOrDefaultAsync();
    }
}
