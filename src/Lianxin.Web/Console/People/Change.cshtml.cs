using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>What the security administrator changes about an officer, each from a day on.</summary>
public sealed class OfficerChangePage(CurrentActor current, TimeProvider time, PeopleDesk desk, OfficerAccount accounts, PageWords words)
    : OfficerPage(current, time, words)
{
    /// <summary>Name and title.</summary>
    public RenameForm Rename { get; private set; } = new();

    /// <summary>Roles.</summary>
    public RolesForm Change { get; private set; } = new();

    /// <summary>Another unit.</summary>
    public MoveOfficer Move { get; private set; } = new();

    /// <summary>Switching off.</summary>
    public OffForm Off { get; } = new();

    /// <summary>The link just made; shown once.</summary>
    public string? Link { get; private set; }

    /// <summary>The units to choose from.</summary>
    public IEnumerable<SelectListItem> Units => UnitChoices.Units(Tree, Today);

    /// <summary>Renames.</summary>
    public Task<IActionResult> OnPostRename() =>
        Act(Rename, nameof(Rename), () => desk.Rename(Id, Shown, Rename.Name, Rename.Title, Actor), "renamed");

    /// <summary>Changes roles.</summary>
    public Task<IActionResult> OnPostRoles() =>
        Act(Change, nameof(Change), () => desk.ChangeRoles(Id, Shown, Change.Roles, Change.On, Actor), "roles");

    /// <summary>Moves to another unit.</summary>
    public Task<IActionResult> OnPostMove() => Act(Move, nameof(Move), () => desk.MoveUnit(Id, Shown, Move, Actor), "moved");

    /// <summary>Lets the officer sort what comes in for the unit.</summary>
    public async Task<IActionResult> OnPostTriage()
    {
        await desk.SetTriageOfficer(Staff.UnitOf(Id, Today) ?? Guid.Empty, Id, Today, Actor);
        return Go($"/console/people/{Id}", "triage");
    }

    /// <summary>Makes a one-time link and shows it once.</summary>
    public async Task<IActionResult> OnPostLink()
    {
        ModelState.Clear();
        var token = await accounts.MakeLink(Id, LinkKind.SetUp, Actor);
        Link = $"{Request.Scheme}://{Request.Host}/sign-in/setup/{token}";
        return Page();
    }

    /// <summary>Switches the account off.</summary>
    public Task<IActionResult> OnPostDeactivate() => Act(Off, nameof(Off), () => desk.Deactivate(Id, Shown, Off.Successor, Actor), "deactivated");

    /// <inheritdoc/>
    protected override void Prepare()
    {
        var roles = Staff.RolesOf(Id, Today).Order(StringComparer.Ordinal).ToList();
        Rename = new RenameForm { Name = Staff.NameOf(Id), Title = Staff.TitleOf(Id) };
        Change = new RolesForm { Roles = roles, On = Today };
        Move = new MoveOfficer { Roles = roles, On = Today };
    }

    /// <summary>Name and title.</summary>
    public sealed class RenameForm
    {
        /// <summary>The name.</summary>
        [Required, MaxLength(40), Display(Name = "people.name")]
        public string Name { get; set; } = "";

        /// <summary>The title.</summary>
        [MaxLength(40), Display(Name = "people.job")]
        public string? Title { get; set; }
    }

    /// <summary>Roles from a day on.</summary>
    public sealed class RolesForm
    {
        /// <summary>Role codes.</summary>
        [Required, MinLength(1), Display(Name = "people.roles")]
        public List<string> Roles { get; set; } = [];

        /// <summary>The first day.</summary>
        [Display(Name = "people.from")]
        public DateOnly On { get; set; }
    }

    /// <summary>Who takes over.</summary>
    public sealed class OffForm
    {
        /// <summary>Who takes over.</summary>
        [Display(Name = "people.successor")]
        public Guid Successor { get; set; }
    }
}
