using Lianxin.Foundation;

namespace Lianxin.Units;

/// <summary>A place came to be; its name is committed.</summary>
[FactType("place.added")]
public sealed record PlaceAdded(string Code, PlaceLevel Level, string? Parent, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Add(new Place { Code = Code, Level = Level, FoundedOn = On }, Code);
        rows.Add(new PlaceName { Seq = stamp.Seq, Place = Code, FromOn = On, Parent = Parent, NameSeq = stamp.Seq }, stamp.Seq);
    }
}

/// <summary>A place bears another name from that day; the name is committed.</summary>
[FactType("place.renamed")]
public sealed record PlaceRenamed(string Code, string? Parent, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Place>(Code).Version++;
        rows.Add(new PlaceName { Seq = stamp.Seq, Place = Code, FromOn = On, Parent = Parent, NameSeq = stamp.Seq }, stamp.Seq);
    }
}

/// <summary>A place stands below another from that day and keeps its name, which stands in entry <paramref name="NameSeq"/>.</summary>
[FactType("place.moved")]
public sealed record PlaceMoved(string Code, string Parent, long NameSeq, DateOnly On) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        rows.Get<Place>(Code).Version++;
        rows.Add(new PlaceName { Seq = stamp.Seq, Place = Code, FromOn = On, Parent = Parent, NameSeq = NameSeq }, stamp.Seq);
    }
}

/// <summary>People also call the place by another word, which is committed.</summary>
[FactType("place.alias_added")]
public sealed record PlaceAliasAdded(string Code) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Add(new PlaceAlias { Seq = stamp.Seq, Place = Code }, stamp.Seq);
}
