using System.ComponentModel.DataAnnotations;
using Lianxin.Profiles;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The tree of units as of a day.</summary>
public sealed class UnitsPage(CurrentActor current, TimeProvider time, UnitLists lists) : ConsolePage(current, time)
{
    /// <summary>The day shown; today without one.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "units.on")]
    public DateOnly? On { get; set; }

    /// <summary>The day shown.</summary>
    public DateOnly Day => On ?? Today;

    /// <summary>The units from the top down, each with its depth.</summary>
    public IReadOnlyList<(Unit Unit, int Depth)> Rows => UnitChoices.Walk(Tree, Day);

    /// <summary>The unit's kind as the profile names it.</summary>
    public string KindOf(Unit unit) => UnitLists.NameOf(Kinds, unit.Kind);

    /// <summary>The kinds of the settings.</summary>
    private IReadOnlyList<ProfileUnitKind> Kinds { get; set; } = [];

    /// <summary>Shows the tree.</summary>
    public async Task OnGet()
    {
        On ??= Today;
        Kinds = await lists.Kinds(Day);
    }
}
