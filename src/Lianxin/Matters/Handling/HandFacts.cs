using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>Offered to a unit; the giver stays responsible until it accepts (INV-06).</summary>
[FactType("matter.dispatched")]
public sealed record MatterDispatched(Guid To, string? Rule = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.State = MatterState.Dispatched;
        matter.OfferedTo = To;
        matter.OfferedAt = stamp.At;
    }
}

/// <summary>签收: the unit and its named officer are responsible from here.</summary>
[FactType("matter.accepted")]
public sealed record MatterAccepted(Guid Unit, Guid Officer) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.State = MatterState.Handling;
        matter.AcceptedAt ??= stamp.At;
        matter.Unit = Unit;
        matter.Officer = Officer;
        matter.OfferedTo = null;
        matter.OfferedAt = null;
    }
}

/// <summary>退回 with a reason from the list; the giver still has it. From the second on the coordinator decides.</summary>
[FactType("matter.returned")]
public sealed record MatterReturned(Guid By, string Reason, Guid Row) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Add(new MatterReturn { Id = Row, Matter = matter.Number, Unit = By, Reason = Reason, At = stamp.At }, Row);
        matter.State = MatterState.Registered;
        matter.OfferedTo = null;
        matter.OfferedAt = null;
        matter.Returns++;
    }
}

/// <summary>The coordinator's final ruling on the owner (INV-06).</summary>
[FactType("matter.settled")]
public sealed record MatterSettled(Guid Unit, Guid Officer) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.State = MatterState.Handling;
        matter.AcceptedAt ??= stamp.At;
        matter.Unit = Unit;
        matter.Officer = Officer;
        matter.OfferedTo = null;
        matter.OfferedAt = null;
    }
}

/// <summary>Handled in the own unit without an offer.</summary>
[FactType("matter.kept")]
public sealed record MatterKept(Guid Officer) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.State = MatterState.Handling;
        matter.AcceptedAt ??= stamp.At;
        matter.Officer = Officer;
    }
}

/// <summary>
/// Another officer is responsible. Why: <c>assigned</c>, <c>returned_twice</c>, <c>untriaged</c>, <c>leave</c>, <c>moved</c>, <c>deactivated</c>, <c>unit_closed</c>.
/// </summary>
[FactType("matter.handed_over")]
public sealed record MatterHandedOver(Guid From, Guid To, Guid Unit, string Why) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Officer = To;
        matter.Unit = Unit;
    }
}

/// <summary>A unit was asked to help, with a limit of its own (ED-39).</summary>
[FactType("matter.helper_added")]
public sealed record MatterHelperAdded(Guid Row, Guid Unit, DateOnly DueOn) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) =>
        rows.Add(new MatterCoHandler { Id = Row, Matter = matter.Number, Unit = Unit, DueOn = DueOn, AskedAt = stamp.At, AskSeq = stamp.Seq }, Row);
}

/// <summary>The helping unit is no more; its successor owes the help, by the same day.</summary>
[FactType("matter.helper_moved")]
public sealed record MatterHelperMoved(Guid Row, Guid Unit) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => rows.Get<MatterCoHandler>(Row).Unit = Unit;
}

/// <summary>The helping unit answered the lead.</summary>
[FactType("matter.helped")]
public sealed record MatterHelped(Guid Row) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var helper = rows.Get<MatterCoHandler>(Row);
        helper.AnsweredAt = stamp.At;
        helper.AnswerSeq = stamp.Seq;
    }
}
