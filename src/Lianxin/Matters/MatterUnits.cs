namespace Lianxin.Matters;

/// <summary>One return by a unit (INV-06).</summary>
public sealed class MatterReturn
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The unit that gave it back.</summary>
    public Guid Unit { get; init; }

    /// <summary>The reason's code.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; init; }
}

/// <summary>A helping unit with its own limit.</summary>
public sealed class MatterCoHandler
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The helping unit.</summary>
    public Guid Unit { get; internal set; }

    /// <summary>Its own last day.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>The entry whose wording is what it was asked.</summary>
    public long AskSeq { get; init; }

    /// <summary>When it answered the lead.</summary>
    public DateTime? AnsweredAt { get; internal set; }

    /// <summary>The entry whose wording is its position.</summary>
    public long? AnswerSeq { get; internal set; }
}

/// <summary>Something stands in the unit's way: not an end, but a state with a reason and somebody it goes up to (WQ-32).</summary>
public sealed class MatterBlock
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The reason's code.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The unit it goes up to.</summary>
    public Guid GoesTo { get; init; }

    /// <summary>The last day before it goes up.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was said.</summary>
    public DateTime BlockedAt { get; init; }

    /// <summary>When it went up.</summary>
    public DateTime? EscalatedAt { get; internal set; }

    /// <summary>When it was out of the way, or the matter went on without it.</summary>
    public DateTime? EndedAt { get; internal set; }
}

/// <summary>What a unit had not sorted when a working day ended (WQ-38).</summary>
public sealed class TriageRest
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The unit.</summary>
    public Guid Unit { get; init; }

    /// <summary>The day.</summary>
    public DateOnly OnDay { get; init; }

    /// <summary>How many matters waited.</summary>
    public int Waiting { get; init; }

    /// <summary>The head who is told.</summary>
    public Guid Head { get; init; }

    /// <summary>When it was counted.</summary>
    public DateTime At { get; init; }
}
