using Lianxin.Foundation;

namespace Lianxin.Units;

/// <summary>A unit came to be; its names are committed.</summary>
[FactType("unit.added")]
public sealed record UnitAdded(Guid Unit, string Code, string Kind, Guid? Parent, string? Place, DateOnly On, Guid? Predecessor) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Add(new Unit { Id = Unit, Code = Code, Kind = Kind, FoundedOn = On, Predecessor = Predecessor, Seq = stamp.Seq }, Unit);
        rows.Add(new UnitName { Seq = stamp.Seq, Unit = Unit, FromOn = On, Parent = Parent, Place = Place, NameSeq = stamp.Seq }, stamp.Seq);
    }
}

/// <summary>A unit bears another name from that day; the names are committed (ED-16).</summary>
[FactType("unit.renamed")]
public sealed record UnitRenamed(Guid Unit, Guid? Parent, string? Place, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Unit>(Unit).Version++;
        rows.Add(new UnitName { Seq = stamp.Seq, Unit = Unit, FromOn = On, Parent = Parent, Place = Place, NameSeq = stamp.Seq }, stamp.Seq);
    }
}

/// <summary>A unit stands elsewhere from that day and keeps its name, which stands in entry <paramref name="NameSeq"/>.</summary>
[FactType("unit.moved")]
public sealed record UnitMoved(Guid Unit, Guid? Parent, string? Place, long NameSeq, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Unit>(Unit).Version++;
        rows.Add(new UnitName { Seq = stamp.Seq, Unit = Unit, FromOn = On, Parent = Parent, Place = Place, NameSeq = NameSeq }, stamp.Seq);
    }
}

/// <summary>A unit exists no more from that day; whoever keeps things for it hands them to the successor in the same save (INV-01).</summary>
[FactType("unit.closed")]
public sealed record UnitClosed(Guid Unit, Guid Successor, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        var unit = rows.Get<Unit>(Unit);
        unit.ClosedOn = On;
        unit.ClosedSeq = stamp.Seq;
        unit.Successor = Successor;
        unit.Version++;
    }
}

/// <summary>From that day a unit answers for further topics, and no longer for others.</summary>
[FactType("unit.topics_set")]
public sealed record UnitTopicsSet(Guid Unit, IReadOnlyList<string> Begins, IReadOnlyList<string> Ends, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Unit>(Unit).Version++;
        foreach (var topic in Begins.Concat(Ends))
        {
            var row = new UnitTopic { Seq = stamp.Seq, Topic = topic, Unit = Unit, FromOn = On, Answers = Begins.Contains(topic) };
            rows.Add(row, (stamp.Seq, topic));
        }
    }
}

/// <summary>Where people find and call the unit; address and phone are committed.</summary>
[FactType("unit.contact_set")]
public sealed record UnitContactSet(Guid Unit) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        var unit = rows.Get<Unit>(Unit);
        unit.ContactSeq = stamp.Seq;
        unit.Version++;
    }
}
