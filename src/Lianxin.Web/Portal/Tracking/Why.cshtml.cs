using Lianxin.Database;
using Lianxin.Deadlines;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>Why the answer is due on that day: the rule, the start, each day counted or skipped, the pauses.</summary>
public sealed class WhyPage(TrackingDoor door, LianxinDatabase database, Rules rules) : OwnMatterPage(door, database, rules)
{
    /// <summary>The explanation; null when the matter has no limit.</summary>
    public DeadlineExplanation? Reckoned { get; private set; }

    /// <summary>Which clock.</summary>
    public MatterClock Clock { get; private set; }

    /// <inheritdoc/>
    protected override async Task Load(LianxinDb db)
    {
        if (Matter.Deadline is { } id)
        {
            var row = await db.Deadlines.FirstAsync(d => d.Id == id);
            Clock = row.Clock;
            Reckoned = DeadlineExplanation.Of(row.Value(await db.Pauses.Where(p => p.Matter == Number).ToListAsync(), Book.Limits), Book.Calendar);
        }
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // Everything was loaded before.
    }
}
