using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>
/// The matter complains about a unit or an officer: from here neither they nor their line see it (INV-14). Where one of them had it,
/// or it was offered to them, it goes to <paramref name="To"/> in the same breath.
/// </summary>
[FactType("matter.shielded")]
public sealed record MatterShielded(Guid Row, Guid Unit, Guid? Officer, Guid? To, Guid? ToOfficer) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Add(new MatterRespondent { Id = Row, Matter = matter.Number, Unit = Unit, Officer = Officer, NamedAt = stamp.At }, Row);
        (matter.RespondentUnit, matter.RespondentOfficer) = (Unit, Officer);
        if (To is { } unit && ToOfficer is { } officer)
        {
            (matter.Unit, matter.Officer) = (unit, officer);
            if (matter.State == MatterState.Dispatched)
            {
                matter.State = MatterState.Registered;
            }

            (matter.OfferedTo, matter.OfferedAt) = (null, null);
        }
    }
}

/// <summary>A first officer asks to lift the shield; it stands until a second one agrees.</summary>
[FactType("matter.unshield_asked")]
public sealed record MatterUnshieldAsked(Guid Row) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var row = rows.Get<MatterRespondent>(Row);
        row.AskedAt = stamp.At;
        row.AskedBy = stamp.Actor.Id is { } id ? Guid.ParseExact(id, "N") : null;
    }
}

/// <summary>The shield is lifted, by two officers.</summary>
[FactType("matter.unshielded")]
public sealed record MatterUnshielded(Guid Row, Guid First, Guid Second) : MatterFact, INeedTwo
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Get<MatterRespondent>(Row).LiftedAt = stamp.At;
        (matter.RespondentUnit, matter.RespondentOfficer) = (null, null);
    }
}

/// <summary>A report of wrongdoing, or a complaint about the work itself, is sealed and with the body that examines it (INV-10, ED-34).</summary>
[FactType("matter.sealed")]
public sealed record MatterSealed(string Topic, Guid To, Guid Officer) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Sealed = true;
        (matter.Unit, matter.Officer) = (To, Officer);
        if (matter.State is MatterState.Registered or MatterState.Dispatched)
        {
            matter.State = MatterState.Handling;
            matter.AcceptedAt ??= stamp.At;
        }

        (matter.OfferedTo, matter.OfferedAt) = (null, null);
    }
}
