using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Each morning: whoever still owes papers for a 补办件 is reminded of all of them, on the tenth and the twentieth day (AMB-06).</summary>
public sealed class RemindOfPapers(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private readonly MatterSweep _sweep = new(journal, database, rules);

    /// <inheritdoc/>
    public string Name => "remind-papers";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Daily(new TimeOnly(9, 0));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var book = await _sweep.Book(now);
        var first = book.Today.AddDays(book.Limits.Papers - book.Limits.PapersReminders.Min());
        return await _sweep.Run(
            db => db.Matters.Where(m => m.Paused && !m.Shelved && m.DueOn >= book.Today && m.DueOn <= first
                && !(m.State == MatterState.Answered || m.State == MatterState.Closed)),
            Remind,
            stop);
    }

    private static async Task<bool> Remind(MatterAtHand hand)
    {
        if (hand.Matter is not { Paused: true, Shelved: false } matter || matter.State is MatterState.Answered or MatterState.Closed
            || hand.Limit is not { Clock: MatterClock.Papers } limit || limit.DueOn < hand.Rules.Today)
        {
            return false;
        }

        var days = KindClocks.RemindOn(await hand.LimitValue(limit), hand.Rules.Limits);
        var due = days.Count(day => day <= hand.Rules.Today);
        if (limit.Reminded >= due)
        {
            return false;
        }

        // A server that stood still over both days reminds once.
        await hand.Save(new MatterPapersReminded(limit.Id, due), Committed.Texts(("items", await Items(hand))));
        return true;
    }

    private static async Task<string?> Items(MatterAtHand hand)
    {
        var db = await hand.Work.Db();
        return await db.Wordings.Where(w => w.Matter == hand.Matter.Number && w.Path == "items").OrderByDescending(w => w.Seq)
            .Select(w => w.Value).FirstOrDefaultAsync();
    }
}
