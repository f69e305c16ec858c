using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>A working day ended with matters unsorted; the unit's head is told (WQ-38).</summary>
[FactType("triage.left_over")]
public sealed record TriageLeftOver(Guid Row, Guid Unit, DateOnly On, int Waiting, Guid Head) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) =>
        rows.Add(new TriageRest { Id = Row, Unit = Unit, OnDay = On, Waiting = Waiting, Head = Head, At = stamp.At }, Row);
}
