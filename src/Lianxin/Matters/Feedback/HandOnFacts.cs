using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>With the answer that points elsewhere, what the person said was handed to that office, so that it need not be told again (LZ-24).</summary>
[FactType("matter.handed_on")]
public sealed record MatterHandedOn(Guid Row, Guid Unit) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => rows.Add(
        new MatterHandOn { Id = Row, Matter = matter.Number, Unit = Unit, AnswerSeq = matter.AnswerSeq!.Value, GivenAt = stamp.At }, Row);
}

/// <summary>The office it was handed to has it.</summary>
[FactType("matter.hand_on_accepted")]
public sealed record MatterHandOnAccepted(Guid Row, Guid Unit) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => rows.Get<MatterHandOn>(Row).AcceptedAt = stamp.At;
}
