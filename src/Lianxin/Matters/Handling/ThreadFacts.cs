using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>A note on the thread; <see cref="Open"/> ones are read by the person too.</summary>
[FactType("matter.noted")]
public sealed record MatterNoted(bool Open) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        // The words stand beside the entry; the matter itself does not change.
    }
}

/// <summary>Words and photos the person added (ED-01).</summary>
[FactType("matter.added")]
public sealed record MatterAdded(int Photos) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        // The words and photos stand beside the entry.
    }
}

/// <summary>The person says it is the same as another open matter: a hint for triage, which merges or not.</summary>
[FactType("matter.likened")]
public sealed record MatterLikened(long To) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        // The hint stands on the thread; nothing is merged by it.
    }
}

/// <summary>The person was reached for the first time, or again. Way: <c>call</c>, <c>visit</c>, <c>window</c>.</summary>
[FactType("matter.contacted")]
public sealed record MatterContacted(string Way) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.ContactedAt ??= stamp.At;
}

/// <summary>An attempt to reach the person that failed (INV-03: three, on two days, over two ways).</summary>
[FactType("matter.attempted")]
public sealed record MatterAttempted(Guid Row, string Way, string About) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) =>
        rows.Add(new MatterAttempt { Id = Row, Matter = matter.Number, Way = Way, About = About, At = stamp.At }, Row);
}

/// <summary>The unit asked the person a question.</summary>
[FactType("matter.asked")]
public sealed record MatterAsked(Guid Row) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) =>
        rows.Add(new MatterQuestion { Id = Row, Matter = matter.Number, Seq = stamp.Seq, AskedAt = stamp.At }, Row);
}

/// <summary>The person answered a question.</summary>
[FactType("matter.replied")]
public sealed record MatterReplied(Guid Row) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var question = rows.Get<MatterQuestion>(Row);
        question.ReplySeq = stamp.Seq;
        question.RepliedAt = stamp.At;
    }
}

/// <summary>The person withdrew it.</summary>
[FactType("matter.withdrawn")]
public sealed record MatterWithdrawn : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Outcome = MatterOutcome.Withdrawn;
        matter.UntoldSince = null;
        matter.State = MatterState.Closed;
        matter.ClosedAt = stamp.At;
        matter.OfferedTo = null;
        matter.OfferedAt = null;
    }
}

/// <summary>Merged into a running master; its person will hear the master's answer (ED-27, LZ-30).</summary>
[FactType("matter.merged")]
public sealed record MatterMerged(long Master) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.Master = Master;
}

/// <summary>The merge was wrong: owner and limit are its own again.</summary>
[FactType("matter.unmerged")]
public sealed record MatterUnmerged : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.Master = null;
}

/// <summary>An import's row was undone: the number stays, the matter is counted at no cut-off from here on.</summary>
[FactType("matter.entered_in_error")]
public sealed record MatterEnteredInError(Guid Import) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Outcome = MatterOutcome.EnteredInError;
        matter.UntoldSince = null;
        matter.State = MatterState.Closed;
        matter.ClosedAt = stamp.At;
    }
}
