namespace Lianxin.Deadlines;

/// <summary>
/// A stretch in which the clock stands: from the end of the first day, which is used, to the end of the day the papers came.
/// Left is what was unused, in the rule's unit. A pause that came after the limit had ended is late, and moves nothing.
/// </summary>
public sealed record Pause(DateOnly From, int Left, DateOnly? Until = null, bool Late = false);

/// <summary>The one extension: the day before and after it, and the days it adds in the rule's unit.</summary>
public sealed record Extension(DateOnly FormerDueOn, DateOnly DueOn, int Days);

/// <summary>A later notice moved the day: what it was, by which version of the calendar.</summary>
public sealed record Recomputation(DateOnly FormerDueOn, int FormerCalendar);

/// <summary>One limit as a value, with everything its explanation needs. <see cref="DeadlineClock"/> makes and changes it; it ends at 24:00 of DueOn, Asia/Shanghai.</summary>
public sealed record Deadline
{
    /// <summary>The rule that set it, in the version of that time.</summary>
    public required DeadlineRule Rule { get; init; }

    /// <summary>The version of the calendar DueOn was computed with.</summary>
    public required int CalendarVersion { get; init; }

    /// <summary>The day it started; that day is not counted.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Its length in the rule's unit, without the extension.</summary>
    public required int Days { get; init; }

    /// <summary>The last day. While the clock stands: the day in force when it stopped.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>It reaches a year whose holidays are not published; it is recomputed when they are.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The stretches in which it stood, in order; the last may be open.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>The one extension, if given.</summary>
    public Extension? Extension { get; init; }

    /// <summary>The last recomputation that moved the day, if any.</summary>
    public Recomputation? Recomputation { get; init; }

    /// <summary>When it was met, in time or late.</summary>
    public DateTime? MetAt { get; init; }

    /// <summary>The open stretch, while the clock stands.</summary>
    public Pause? OpenPause => Pauses is [.., { Until: null } open] ? open : null;

    /// <summary>Whether the clock stands now.</summary>
    public bool IsPaused => OpenPause is not null;

    /// <summary>Days in the rule's unit with the extension.</summary>
    public int TotalDays => Days + (Extension?.Days ?? 0);
}
