using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>A 补办件 whose papers did not come in 30 days is shelved: in a list of its own, open again any time (AMB-06).</summary>
public sealed class WatchPapers(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private readonly MatterSweep _sweep = new(journal, database, rules);

    /// <inheritdoc/>
    public string Name => "watch-papers";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromMinutes(15));

    /// <inheritdoc/>
    public Task<int> Run(DateTime now, CancellationToken stop)
    {
        var today = ShanghaiTime.DayOf(now);
        return _sweep.Run(
            db => db.Matters.Where(m => !(m.State == MatterState.Answered || m.State == MatterState.Closed) && m.DueOn < today && m.Paused && !m.Shelved),
            Shelve,
            stop);
    }

    private static async Task<bool> Shelve(MatterAtHand hand)
    {
        if (hand.Matter is not { Paused: true, Shelved: false } matter || matter.State is MatterState.Answered or MatterState.Closed || matter.DueOn >= hand.Rules.Today)
        {
            return false;
        }

        await hand.Save(new MatterShelved());
        return true;
    }
}
