namespace Lianxin.Units;

/// <summary>How far down a place stands. A place stands below one of a smaller rank.</summary>
public enum PlaceLevel
{
    /// <summary>区、县: the root.</summary>
    District,

    /// <summary>街道.</summary>
    Street,

    /// <summary>镇、乡.</summary>
    Town,

    /// <summary>园区.</summary>
    Park,

    /// <summary>部门辖区: an area a department answers for, such as a station or a forest farm.</summary>
    DepartmentArea,

    /// <summary>社区.</summary>
    Community,

    /// <summary>村.</summary>
    Village,

    /// <summary>网格、居民小组 (WQ-18: 三委).</summary>
    Grid,
}

/// <summary>A place by its division code: twelve digits, longer for a grid inside another grid. The code never changes; name and parent do.</summary>
public sealed class Place
{
    /// <summary>The division code.</summary>
    public string Code { get; init; } = "";

    /// <summary>How far down it stands.</summary>
    public PlaceLevel Level { get; init; }

    /// <summary>The first day it exists here.</summary>
    public DateOnly FoundedOn { get; init; }

    /// <summary>Rises with every change; a form carries the one it was shown.</summary>
    public int Version { get; internal set; } = 1;
}

/// <summary>Name and parent of a place from a day on, until the next row's day (WQ-18).</summary>
public sealed class PlaceName
{
    /// <summary>The entry that made this row.</summary>
    public long Seq { get; init; }

    /// <summary>The place.</summary>
    public string Place { get; init; } = "";

    /// <summary>The first day it holds.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>The place above; null for the district.</summary>
    public string? Parent { get; init; }

    /// <summary>The entry whose wording <c>name</c> is the name.</summary>
    public long NameSeq { get; init; }
}

/// <summary>Another word people use for a place: found by the search, never printed as its name. The entry's wording <c>alias</c> is the word.</summary>
public sealed class PlaceAlias
{
    /// <summary>The entry that made this row.</summary>
    public long Seq { get; init; }

    /// <summary>The place.</summary>
    public string Place { get; init; } = "";
}

/// <summary>The rules of levels and codes.</summary>
public static class PlaceRules
{
    /// <summary>0 for the district, 1 for streets and their equals, 2 for communities and villages, 3 for grids.</summary>
    public static int Rank(this PlaceLevel level) => level switch
    {
        PlaceLevel.District => 0,
        PlaceLevel.Street or PlaceLevel.Town or PlaceLevel.Park or PlaceLevel.DepartmentArea => 1,
        PlaceLevel.Community or PlaceLevel.Village => 2,
        _ => 3,
    };

    /// <summary>Twelve digits, or up to twenty for a grid.</summary>
    public static bool IsCode(string code, PlaceLevel level) =>
        code.Length >= 12 && code.Length <= (level == PlaceLevel.Grid ? 20 : 12) && code.All(char.IsAsciiDigit);
}
