using System.ComponentModel.DataAnnotations;

namespace Lianxin.Web.Console;

/// <summary>The topics of a unit, from a day on.</summary>
public sealed class TopicsForm
{
    /// <summary>Topic codes.</summary>
    [Display(Name = "units.topics")]
    public List<string> Topics { get; set; } = [];

    /// <summary>The first day.</summary>
    [Display(Name = "units.on")]
    public DateOnly On { get; set; }
}

/// <summary>Where people find and call a unit.</summary>
public sealed class ContactForm
{
    /// <summary>The address.</summary>
    [MaxLength(100), Display(Name = "units.address")]
    public string? Address { get; set; }

    /// <summary>The phone.</summary>
    [MaxLength(40), Display(Name = "units.phone")]
    public string? Phone { get; set; }
}

/// <summary>The end of a unit.</summary>
public sealed class CloseForm
{
    /// <summary>Who takes over.</summary>
    [Required, Display(Name = "units.successor")]
    public Guid Successor { get; set; }

    /// <summary>The first day it exists no more.</summary>
    [Display(Name = "units.on")]
    public DateOnly On { get; set; }
}
