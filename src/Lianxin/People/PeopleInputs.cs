using System.ComponentModel.DataAnnotations;

namespace Lianxin.People;

/// <summary>Somebody new.</summary>
public sealed record AddOfficer
{
    /// <summary>The account name: small letters, digits, dots and hyphens.</summary>
    [Required, MaxLength(40), RegularExpression("[a-z][a-z0-9.-]*"), Display(Name = "sign_in.account")]
    public string Code { get; init; } = "";

    /// <summary>The name, in one field.</summary>
    [Required, MaxLength(40), Display(Name = "people.name")]
    public string Name { get; init; } = "";

    /// <summary>The title, such as 中心主任.</summary>
    [MaxLength(40), Display(Name = "people.job")]
    public string? Title { get; init; }

    /// <summary>The unit; only administrators may be without.</summary>
    [Display(Name = "people.unit")]
    public Guid? Unit { get; init; }

    /// <summary>Role codes.</summary>
    // A list, since the form binder fills the one it finds.
    [Required, MinLength(1), Display(Name = "people.roles")]
    public IReadOnlyList<string> Roles { get; init; } = new List<string>();

    /// <summary>The first day.</summary>
    [Display(Name = "people.from")]
    public DateOnly On { get; init; }
}

/// <summary>Another unit, from a day on; who takes over in the former one.</summary>
public sealed record MoveOfficer
{
    /// <summary>The unit.</summary>
    [Display(Name = "people.unit")]
    public Guid Unit { get; init; }

    /// <summary>The roles there.</summary>
    // A list, since the form binder fills the one it finds.
    [Required, MinLength(1), Display(Name = "people.roles")]
    public IReadOnlyList<string> Roles { get; init; } = new List<string>();

    /// <summary>Who takes over in the former unit.</summary>
    [Display(Name = "people.successor")]
    public Guid Successor { get; init; }

    /// <summary>The first day: today or earlier, since matters change hands at once.</summary>
    [Display(Name = "people.from")]
    public DateOnly On { get; init; }

    /// <summary>The one who takes over in the former unit becomes its head too: so the last head can go.</summary>
    [Display(Name = "people.successor_leads")]
    public bool SuccessorLeads { get; init; }

    /// <summary>The former unit closes in the same save, and this one takes over what it had; null leaves it open.</summary>
    [Display(Name = "people.closes_into")]
    public Guid? ClosesInto { get; init; }
}
