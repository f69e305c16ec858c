using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>What stays untriaged for a working day moves to the head of the office by name (WQ-38, INV-01).</summary>
public sealed class WatchTriage(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private readonly MatterSweep _sweep = new(journal, database, rules);

    /// <inheritdoc/>
    public string Name => "watch-triage";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromMinutes(5));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var book = await _sweep.Book(now);
        var before = ShanghaiTime.EndOfDay(book.PassedSince(book.Limit("triage")));
        return await _sweep.Run(db => Waiting(db, before), HandOver, stop);
    }

    /// <summary>What waits in the daily lists since before that instant. A merged matter waits for its master, a backlog row for its officer.</summary>
    internal static IQueryable<Matter> Waiting(LianxinDb db, DateTime before) =>
        db.Matters.Where(m => m.State == MatterState.Registered && !m.Backlog && m.ReceivedAt < before && (m.TakenUpAt == null || m.TakenUpAt < before)
            && m.Master == null && !m.Paused);

    private static async Task<bool> HandOver(MatterAtHand hand)
    {
        var matter = hand.Matter;
        var before = ShanghaiTime.EndOfDay(hand.Rules.PassedSince(hand.Rules.Limit("triage")));
        if (matter is not { State: MatterState.Registered, Backlog: false, Master: null, Paused: false } || await Since(hand) >= before
            || hand.Rules.Officers.HeadOf(matter.Unit, hand.Rules.Today) is not { } head || head.Id == matter.Officer)
        {
            return false;
        }

        await hand.Save(new MatterHandedOver(matter.Officer, head.Id, matter.Unit, "untriaged"));
        return true;
    }

    // A matter that a unit gave back is new in the list on that day.
    private static async Task<DateTime> Since(MatterAtHand hand)
    {
        if (hand.Matter.Returns == 0)
        {
            return hand.Matter.BegunAt;
        }

        var db = await hand.Work.Db();
        return await db.Returns.Where(r => r.Matter == hand.Matter.Number).MaxAsync(r => r.At);
    }
}
