using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>
/// Answers each person whose matter was merged with the master's own words, in the same save; the member ends as merged when
/// that answer reached its person by its own way (ED-27, LZ-30).
/// </summary>
public sealed class WhenMasterAnswered : Listener<MatterAnswered>
{
    /// <inheritdoc/>
    public override async Task Hear(MatterAnswered fact, Stamp stamp, Work work)
    {
        if (fact.Master is not null)
        {
            return;
        }

        var db = await work.Db();
        var words = Committed.Texts(("answer", work.Said(stamp, "answer")), ("destination", work.Said(stamp, "destination")));
        foreach (var member in await db.Matters.Where(m => m.Master == stamp.Matter && m.State != MatterState.Closed).OrderBy(m => m.Number).ToListAsync())
        {
            if (member.Deadline is { } limit)
            {
                await work.Find<MatterDeadline>(limit);
            }

            await work.Save(new MatterAnswered(fact.Outcome, fact.Reason, fact.Destination, Master: stamp.Matter), member.Number, words);
            if (!member.Reachable)
            {
                await work.Save(new MatterDelivered("retrievable"), member.Number);
            }
        }
    }
}
