using Lianxin.Deadlines;

namespace Lianxin.Matters;

/// <summary>Between the stored rows of a limit and the pure value the clock works on.</summary>
public static class MatterLimits
{
    /// <summary>The value of a stored limit, with its pauses in order.</summary>
    public static Deadline Value(this MatterDeadline row, IEnumerable<MatterPause> pauses, KindLimits limits) => new()
    {
        Rule = KindClocks.Rule(row.Clock, limits with { Version = row.RuleVersion }),
        CalendarVersion = row.Calendar,
        StartedOn = row.StartedOn,
        Days = row.Days,
        DueOn = row.DueOn,
        Provisional = row.Provisional,
        MetAt = row.MetAt,
        Extension = row.ExtendedFrom is { } from ? new Extension(from, row.DueOn, row.ExtraDays) : null,
        Pauses = [.. pauses.Where(p => p.Deadline == row.Id).OrderBy(p => p.FromOn).Select(p => new Pause(p.FromOn, p.Left, p.UntilOn, p.Late))],
    };

    /// <summary>The fact's form of a freshly started limit.</summary>
    public static LimitSet Fact(this Deadline limit, MatterClock clock, Guid id) =>
        new(id, clock, limit.Rule.Version, limit.CalendarVersion, limit.StartedOn, limit.Days, limit.DueOn, limit.Provisional ? true : null);
}
