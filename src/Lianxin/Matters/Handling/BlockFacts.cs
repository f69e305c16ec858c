using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>无法推进: the unit names what stands in its way and whom it goes up to; the told day stays (WQ-32).</summary>
[FactType("matter.blocked")]
public sealed record MatterBlocked(Guid Row, string Reason, Guid To, DateOnly DueOn) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Add(new MatterBlock { Id = Row, Matter = matter.Number, Reason = Reason, GoesTo = To, DueOn = DueOn, BlockedAt = stamp.At }, Row);
        matter.Block = Row;
    }
}

/// <summary>Two working days passed and the hindrance stands: it went up, to an officer by name (WQ-32).</summary>
[FactType("matter.escalated")]
public sealed record MatterEscalated(Guid Row, Guid To, Guid Officer) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => rows.Get<MatterBlock>(Row).EscalatedAt = stamp.At;
}

/// <summary>The hindrance is out of the way: by the unit itself, or by a decision above it.</summary>
[FactType("matter.unblocked")]
public sealed record MatterUnblocked(Guid Row, bool FromAbove) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Get<MatterBlock>(Row).EndedAt = stamp.At;
        matter.Block = null;
    }
}
