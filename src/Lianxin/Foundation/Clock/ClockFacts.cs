namespace Lianxin.Foundation;

/// <summary>A jump of a node's clock by more than two seconds, as long as it stands.</summary>
public sealed class ClockJump
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The machine.</summary>
    public string Node { get; init; } = "";

    /// <summary>When it was seen, by the steady clock.</summary>
    public DateTime At { get; init; }

    /// <summary>Milliseconds the machine's clock is ahead; negative when it is behind.</summary>
    public long OffMs { get; init; }

    /// <summary>When an administrator said to go by it; null while nobody did.</summary>
    public DateTime? FollowedAt { get; internal set; }

    /// <summary>When the machine's clock came back, or jumped again; null while it stands.</summary>
    public DateTime? EndedAt { get; internal set; }
}

/// <summary>A machine's clock jumped; <c>Ends</c> names its former jump, which this one takes over.</summary>
[FactType("clock.jumped")]
public sealed record ClockJumped(Guid Row, string Node, long OffMs, Guid? Ends = null) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        if (Ends is { } former)
        {
            rows.Get<ClockJump>(former).EndedAt = stamp.At;
        }

        rows.Add(new ClockJump { Id = Row, Node = Node, At = stamp.At, OffMs = OffMs }, Row);
    }
}

/// <summary>A machine's clock came back by itself.</summary>
[FactType("clock.returned")]
public sealed record ClockReturned(Guid Row) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Get<ClockJump>(Row).EndedAt = stamp.At;
}

/// <summary>An administrator said that the machine's clock is right: the district goes by it from now on.</summary>
[FactType("clock.followed")]
public sealed record ClockFollowed(Guid Row) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Get<ClockJump>(Row).FollowedAt = stamp.At;
}
