namespace Lianxin.Matters;

/// <summary>One limit of one matter, with everything its explanation needs. History is kept: a replaced limit stays.</summary>
public sealed class MatterDeadline
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Which clock of which kind.</summary>
    public MatterClock Clock { get; init; }

    /// <summary>The version of the rule that set it.</summary>
    public int RuleVersion { get; init; }

    /// <summary>The version of the calendar it was computed with.</summary>
    public int Calendar { get; internal set; }

    /// <summary>The day it started; that day is not counted.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>Its length in days of its clock.</summary>
    public int Days { get; init; }

    /// <summary>The last day, until 24:00.</summary>
    public DateOnly DueOn { get; internal set; }

    /// <summary>It reaches a year whose holidays are not published.</summary>
    public bool Provisional { get; internal set; }

    /// <summary>When it was met.</summary>
    public DateTime? MetAt { get; internal set; }

    /// <summary>When another limit took its place.</summary>
    public DateTime? ReplacedAt { get; internal set; }

    /// <summary>The day before a holiday notice moved it.</summary>
    public DateOnly? FormerDueOn { get; internal set; }

    /// <summary>The day before the one extension.</summary>
    public DateOnly? ExtendedFrom { get; internal set; }

    /// <summary>Days the extension added.</summary>
    public int ExtraDays { get; internal set; }

    /// <summary>How often the person was reminded of papers while it ran.</summary>
    public int Reminded { get; internal set; }
}

/// <summary>A stretch in which a limit stood still for the person's papers.</summary>
public sealed class MatterPause
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The limit that stood.</summary>
    public Guid Deadline { get; init; }

    /// <summary>The day the notice was delivered; it counts as used.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Days that were left.</summary>
    public int Left { get; init; }

    /// <summary>The limit had ended before the notice: nothing moves.</summary>
    public bool Late { get; init; }

    /// <summary>The day the papers came.</summary>
    public DateOnly? UntilOn { get; internal set; }
}
