using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>Somebody asks that a matter's personal data be erased (个人信息保护法 art. 47).</summary>
[FactType("pii.erasure_asked")]
public sealed record ErasureAsked(Guid Row, ErasureScope Scope, ErasureGround Ground, ErasureOrigin Origin, Guid? By = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Add(new ErasureRequest { Id = Row, Matter = matter.Number, Scope = Scope, Ground = Ground, Origin = Origin, AskedAt = stamp.At, AskedBy = By }, Row);
        matter.Erasure = Row;
    }
}

/// <summary>A first officer agrees; nothing is erased yet.</summary>
[FactType("pii.erasure_agreed")]
public sealed record ErasureAgreed(Guid Row, Guid First, string As) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var row = rows.Get<ErasureRequest>(Row);
        (row.First, row.FirstAt, row.FirstAs) = (First, stamp.At, As);
    }
}

/// <summary>A second officer of the other duty agrees: it will be carried out.</summary>
[FactType("pii.erasure_approved")]
public sealed record ErasureApproved(Guid Row, Guid First, Guid Second) : MatterFact, INeedTwo
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var row = rows.Get<ErasureRequest>(Row);
        (row.First, row.FirstAt) = (First, row.FirstAt ?? stamp.At);
        (row.Second, row.SecondAt) = (Second, stamp.At);
    }
}

/// <summary>An officer refuses; the reason stands beside the entry and is read by the person.</summary>
[FactType("pii.erasure_refused")]
public sealed record ErasureRefused(Guid Row, Guid By) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var row = rows.Get<ErasureRequest>(Row);
        (row.RefusedBy, row.RefusedAt) = (By, stamp.At);
        matter.Erasure = null;
    }
}

/// <summary>
/// Personal data is gone: which openings, on which ground, by which request and which two officers. What the entries commit to stays; without
/// value and salt it says nothing. <paramref name="Openings"/> has one text for each entry, <c>12:body,title</c>, those of looks as <c>a3:reason</c>.
/// </summary>
[FactType("pii.erased")]
public sealed record PiiErased(Guid Request, ErasureScope Scope, ErasureGround Ground, Guid First, Guid Second, IReadOnlyList<string> Openings, bool? Again = null)
    : MatterFact, IErase, INeedTwo
{
    /// <inheritdoc/>
    public IEnumerable<Erasure> Erased => Openings.SelectMany(ErasedOpenings.Read);

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var row = rows.Get<ErasureRequest>(Request);
        if (row.First != First || row.Second != Second)
        {
            throw new InvalidOperationException("Erased by others than those who approved.");
        }

        row.DoneAt ??= stamp.At;
        matter.Erasure = null;
        matter.Reachable = false;
        if (Scope == ErasureScope.Everything)
        {
            matter.ErasedAt ??= stamp.At;
        }
    }
}

/// <summary>After a restore to an older moment: an approved request that the backup does not know, from the list beside the keys.</summary>
[FactType("pii.erasure_recalled")]
public sealed record ErasureRecalled(Guid Row, ErasureScope Scope, ErasureGround Ground, ErasureOrigin Origin, Guid First, Guid Second) : MatterFact, INeedTwo
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Add(
            new ErasureRequest
            {
                Id = Row,
                Matter = matter.Number,
                Scope = Scope,
                Ground = Ground,
                Origin = Origin,
                AskedAt = stamp.At,
                First = First,
                FirstAt = stamp.At,
                Second = Second,
                SecondAt = stamp.At,
            },
            Row);
        matter.Erasure = Row;
    }
}

/// <summary>The person corrected contact data; the former values stay sealed away (个人信息保护法 art. 46).</summary>
[FactType("contact.corrected")]
public sealed record ContactCorrected(IReadOnlyList<string> Fields) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.ContactWithdrawnAt = null;
        matter.Reachable |= Fields.Contains("phone");
    }
}

/// <summary>The person no longer wants to be reached: from here nobody is shown the contact and no message goes out (art. 15).</summary>
[FactType("consent.withdrawn")]
public sealed record ConsentWithdrawn : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.ContactWithdrawnAt = stamp.At;
        matter.Reachable = false;
    }
}
