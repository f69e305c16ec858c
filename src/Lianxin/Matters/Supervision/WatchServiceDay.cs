using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>A 即办件 that is not done when its day ends becomes a 承诺件 by itself, with a day to be told (LZ-20).</summary>
public sealed class WatchServiceDay(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private readonly MatterSweep _sweep = new(journal, database, rules);

    /// <inheritdoc/>
    public string Name => "watch-service-day";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromMinutes(5));

    /// <inheritdoc/>
    public Task<int> Run(DateTime now, CancellationToken stop)
    {
        var today = ShanghaiTime.DayOf(now);
        return _sweep.Run(
            db => db.Matters.Where(m => !(m.State == MatterState.Answered || m.State == MatterState.Closed) && m.DueOn < today && m.Kind == MatterKind.Immediate && m.Master == null),
            Convert,
            stop);
    }

    private static async Task<bool> Convert(MatterAtHand hand)
    {
        var matter = hand.Matter;
        if (matter is not { Kind: MatterKind.Immediate, Master: null } || matter.State is MatterState.Answered or MatterState.Closed || matter.DueOn >= hand.Rules.Today)
        {
            return false;
        }

        await hand.Save(new MatterKindChanged(MatterKind.Immediate, MatterKind.Promised, "end_of_day", hand.Start(MatterClock.Promised, hand.Days)));
        return true;
    }
}
