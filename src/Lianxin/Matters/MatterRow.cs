namespace Lianxin.Matters;

/// <summary>One line of a list of matters: what its columns and its term need, nothing sealed.</summary>
public sealed record MatterRow
{
    /// <summary>The number.</summary>
    public required long Number { get; init; }

    /// <summary>The version shown, for steps on many rows at once.</summary>
    public required int Version { get; init; }

    /// <summary>The title in force; null once erased.</summary>
    public required string? Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required MatterState State { get; init; }

    /// <summary>Its kind, once set.</summary>
    public required MatterKind? Kind { get; init; }

    /// <summary>The place's code.</summary>
    public required string? Place { get; init; }

    /// <summary>The category's code.</summary>
    public required string? Category { get; init; }

    /// <summary>The channel's code.</summary>
    public required string Channel { get; init; }

    /// <summary>The responsible unit.</summary>
    public required Guid Unit { get; init; }

    /// <summary>The responsible officer.</summary>
    public required Guid Officer { get; init; }

    /// <summary>The unit it is offered to.</summary>
    public required Guid? OfferedTo { get; init; }

    /// <summary>The day by which this list is sorted: the told day, or the helper's own.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>The clock stands.</summary>
    public required bool Paused { get; init; }

    /// <summary>急难愁.</summary>
    public required bool Urgent { get; init; }

    /// <summary>Returns by units so far.</summary>
    public required int Returns { get; init; }

    /// <summary>Times it went back after 没解决.</summary>
    public required int Reopenings { get; init; }

    /// <summary>When it was recorded; names are those of that day (ED-16).</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When it really came, for history.</summary>
    public required DateTime ArrivedAt { get; init; }

    /// <summary>When the answer was given.</summary>
    public required DateTime? AnsweredAt { get; init; }

    /// <summary>The matter it was merged into.</summary>
    public required long? Master { get; init; }
}

/// <summary>The last line of a page, where the next one begins; without a day it stands among those without a limit.</summary>
public readonly record struct QueueCursor(long Number, DateOnly? DueOn, bool Back = false);

/// <summary>One page of a list with the ways to its neighbours.</summary>
public sealed record MatterRows(IReadOnlyList<MatterRow> Rows, QueueCursor? Previous, QueueCursor? Next);
