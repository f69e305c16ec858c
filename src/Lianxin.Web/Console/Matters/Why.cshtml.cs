using Lianxin.Deadlines;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>Why each limit of a matter ends on its day: rule and version, start, days counted and skipped with reasons, pauses, extension (INV-04, §17).</summary>
public sealed class WhyPage(CurrentActor current, TimeProvider time, MatterReading reading) : MatterPage(current, time, reading)
{
    /// <summary>The limits, the one in force first.</summary>
    public IReadOnlyList<ExplainedLimit> Limits { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public void OnGet()
    {
    }

    /// <inheritdoc/>
    protected override async Task Prepare()
    {
        await using var db = Reading.Open();
        var rows = await db.Deadlines.Where(d => d.Matter == Matter.Number).OrderBy(d => d.StartedOn).ToListAsync();
        var pauses = await db.Pauses.Where(p => p.Matter == Matter.Number).ToListAsync();
        Limits =
        [
            .. rows.OrderByDescending(r => r.Id == Matter.Deadline).ThenByDescending(r => r.StartedOn)
                .Select(r => new ExplainedLimit(r, DeadlineExplanation.Of(r.Value(pauses, Rules.Limits), Rules.Calendar), r.Id == Matter.Deadline)),
        ];
    }
}

/// <summary>A limit with its explanation.</summary>
public sealed record ExplainedLimit(MatterDeadline Row, DeadlineExplanation Explanation, bool InForce);
