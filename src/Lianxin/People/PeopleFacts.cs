using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>Somebody began to work here; name and title are committed.</summary>
[FactType("officer.added")]
public sealed record OfficerAdded(Guid Officer, string Code, Guid? Unit, IReadOnlyList<string> Roles, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Add(new Officer { Id = Officer, Code = Code, NameSeq = stamp.Seq, Seq = stamp.Seq }, Officer);
        rows.Add(PostRows.Post(stamp, Officer, Unit, Roles, On), stamp.Seq);
    }
}

/// <summary>The officer bears another name or title; both are committed.</summary>
[FactType("officer.renamed")]
public sealed record OfficerRenamed(Guid Officer) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        var officer = rows.Get<Officer>(Officer);
        officer.NameSeq = stamp.Seq;
        officer.Version++;
    }
}

/// <summary>The officer holds these roles from that day, in the same unit.</summary>
[FactType("officer.roles_changed")]
public sealed record OfficerRolesChanged(Guid Officer, Guid? Unit, IReadOnlyList<string> Roles, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Officer>(Officer).Version++;
        rows.Add(PostRows.Post(stamp, Officer, Unit, Roles, On), stamp.Seq);
    }
}

/// <summary>
/// From that day the successor answers for everything the officer answered for. Whoever keeps things by officer listens to this
/// and hands them over in the same save (INV-01).
/// </summary>
public abstract record OfficerHandsOver(Guid Officer, Guid Successor, DateOnly On) : Fact;

/// <summary>The officer went on leave.</summary>
[FactType("officer.left")]
public sealed record OfficerLeft(Guid Officer, Guid Successor, DateOnly On) : OfficerHandsOver(Officer, Successor, On)
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Officer>(Officer).Version++;
        rows.Add(new OfficerLeave { Seq = stamp.Seq, Officer = Officer, Successor = Successor, FromOn = On }, stamp.Seq);
    }
}

/// <summary>The officer went to another unit; what the former unit gave to the officer stays there with the successor.</summary>
[FactType("officer.moved")]
public sealed record OfficerMoved(Guid Officer, Guid Successor, DateOnly On, Guid Unit, IReadOnlyList<string> Roles)
    : OfficerHandsOver(Officer, Successor, On)
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Officer>(Officer).Version++;
        rows.Add(PostRows.Post(stamp, Officer, Unit, Roles, On), stamp.Seq);
    }
}

/// <summary>The account is switched off.</summary>
[FactType("officer.deactivated")]
public sealed record OfficerDeactivated(Guid Officer, Guid Successor, DateOnly On) : OfficerHandsOver(Officer, Successor, On)
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        var officer = rows.Get<Officer>(Officer);
        officer.DeactivatedOn = On;
        officer.Version++;
    }
}

/// <summary>The absence that entry <paramref name="Leave"/> began is over.</summary>
[FactType("officer.returned")]
public sealed record OfficerReturned(Guid Officer, long Leave, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Officer>(Officer).Version++;
        rows.Get<OfficerLeave>(Leave).BackOn = On;
    }
}

/// <summary>The officer sorts what comes in for the unit, from that day.</summary>
[FactType("officer.triage_set")]
public sealed record TriageOfficerSet(Guid Unit, Guid Officer, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) =>
        rows.Add(new TriageOfficer { Seq = stamp.Seq, Unit = Unit, Officer = Officer, FromOn = On }, stamp.Seq);
}

internal static class PostRows
{
    internal static OfficerPost Post(Stamp stamp, Guid officer, Guid? unit, IReadOnlyList<string> roles, DateOnly on) =>
        new() { Seq = stamp.Seq, Officer = officer, FromOn = on, Unit = unit, Roles = string.Join(' ', roles) };
}
