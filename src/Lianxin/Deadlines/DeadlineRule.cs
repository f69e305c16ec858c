namespace Lianxin.Deadlines;

/// <summary>What a limit is counted in. The start day is never counted.</summary>
public enum DayUnit
{
    /// <summary>工作日: by the working calendar, make-up days included.</summary>
    WorkingDays,

    /// <summary>自然日: every day.</summary>
    CalendarDays,
}

/// <summary>The rule behind a limit: its code and version, its length, and whether its clock may stand still or be lengthened.</summary>
public sealed record DeadlineRule(string Code, int Version, DayUnit Unit, int Days)
{
    /// <summary>The clock may stand while the person fetches papers (LZ-22).</summary>
    public bool MayPause { get; init; }

    /// <summary>It may be lengthened once, with a reason, an approver and a new notice (AMB-05).</summary>
    public bool MayExtend { get; init; }
}
