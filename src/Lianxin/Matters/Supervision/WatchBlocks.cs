using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>A hindrance that stands for two working days goes up to the unit that was named, there to an officer by name (WQ-32).</summary>
public sealed class WatchBlocks(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private readonly MatterSweep _sweep = new(journal, database, rules);

    /// <inheritdoc/>
    public string Name => "watch-blocks";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromMinutes(15));

    /// <inheritdoc/>
    public Task<int> Run(DateTime now, CancellationToken stop)
    {
        var today = ShanghaiTime.DayOf(now);
        return _sweep.Run(db => Due(db, today), Escalate, stop);
    }

    private static IQueryable<Matter> Due(LianxinDb db, DateOnly today) =>
        from block in db.Blocks
        where block.EndedAt == null && block.EscalatedAt == null && block.DueOn < today
        join matter in db.Matters on block.Id equals matter.Block
        select matter;

    private static async Task<bool> Escalate(MatterAtHand hand)
    {
        if (hand.Matter.Block is not { } id || await hand.Work.Find<MatterBlock>(id) is not { EscalatedAt: null } block || block.DueOn >= hand.Rules.Today)
        {
            return false;
        }

        await hand.Save(new MatterEscalated(id, block.GoesTo, hand.Rules.AnswersFor(block.GoesTo).Id));
        return true;
    }
}
