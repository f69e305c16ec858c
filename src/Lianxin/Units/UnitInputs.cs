using System.ComponentModel.DataAnnotations;

namespace Lianxin.Units;

/// <summary>A new unit.</summary>
public sealed record AddUnit
{
    /// <summary>A short code of small letters, digits and hyphens; never changed later.</summary>
    [Required, MaxLength(40), RegularExpression("[a-z][a-z0-9-]*"), Display(Name = "units.code")]
    public string Code { get; init; } = "";

    /// <summary>The code of its kind.</summary>
    [Required, MaxLength(40), Display(Name = "units.kind")]
    public string Kind { get; init; } = "";

    /// <summary>Its name.</summary>
    [Required, MaxLength(60), Display(Name = "units.name")]
    public string Name { get; init; } = "";

    /// <summary>Its name in English, where it has one.</summary>
    [MaxLength(100), Display(Name = "units.english")]
    public string? English { get; init; }

    /// <summary>The unit above.</summary>
    [Display(Name = "units.parent")]
    public Guid? Parent { get; init; }

    /// <summary>The code of the place it works for.</summary>
    [MaxLength(20), Display(Name = "units.place")]
    public string? Place { get; init; }

    /// <summary>Its first day.</summary>
    [Display(Name = "units.on")]
    public DateOnly On { get; init; }

    /// <summary>The unit it came from.</summary>
    [Display(Name = "units.predecessor")]
    public Guid? Predecessor { get; init; }
}

/// <summary>A name from a day on.</summary>
public sealed record RenameUnit
{
    /// <summary>The name.</summary>
    [Required, MaxLength(60), Display(Name = "units.name")]
    public string Name { get; init; } = "";

    /// <summary>The name in English, where it has one.</summary>
    [MaxLength(100), Display(Name = "units.english")]
    public string? English { get; init; }

    /// <summary>The first day.</summary>
    [Display(Name = "units.on")]
    public DateOnly On { get; init; }
}

/// <summary>Another unit above or another place, from a day on.</summary>
public sealed record MoveUnit
{
    /// <summary>The unit above.</summary>
    [Display(Name = "units.parent")]
    public Guid? Parent { get; init; }

    /// <summary>The code of the place it works for.</summary>
    [MaxLength(20), Display(Name = "units.place")]
    public string? Place { get; init; }

    /// <summary>The first day.</summary>
    [Display(Name = "units.on")]
    public DateOnly On { get; init; }
}

/// <summary>A new place.</summary>
public sealed record AddPlace
{
    /// <summary>The division code.</summary>
    [Required, MaxLength(20), Display(Name = "units.code")]
    public string Code { get; init; } = "";

    /// <summary>How far down it stands.</summary>
    [Display(Name = "places.level")]
    public PlaceLevel Level { get; init; }

    /// <summary>Its name.</summary>
    [Required, MaxLength(60), Display(Name = "units.name")]
    public string Name { get; init; } = "";

    /// <summary>The code of the place above.</summary>
    [MaxLength(20), Display(Name = "units.parent")]
    public string? Parent { get; init; }

    /// <summary>Its first day.</summary>
    [Display(Name = "units.on")]
    public DateOnly On { get; init; }
}
