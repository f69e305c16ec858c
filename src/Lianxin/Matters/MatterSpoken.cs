namespace Lianxin.Matters;

/// <summary>A question to the person, and the reply.</summary>
public sealed class MatterQuestion
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The entry whose wording is the question.</summary>
    public long Seq { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>The entry whose wording is the reply.</summary>
    public long? ReplySeq { get; internal set; }

    /// <summary>When it was answered.</summary>
    public DateTime? RepliedAt { get; internal set; }
}

/// <summary>A failed attempt to reach the person (INV-03).</summary>
public sealed class MatterAttempt
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>By which way.</summary>
    public string Way { get; init; } = "";

    /// <summary>What was to be told: <c>limit</c> or <c>answer</c>.</summary>
    public string About { get; init; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; init; }
}

/// <summary>What a unit still promised when a matter ended as solved in part.</summary>
public sealed class MatterPromise
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Until when.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The entry whose wording is the promise.</summary>
    public long Seq { get; init; }
}
