using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>A new unit.</summary>
public sealed class UnitAddPage(CurrentActor current, TimeProvider time, UnitDesk desk) : ConsolePage(current, time)
{
    /// <summary>What is asked.</summary>
    public AddUnit Input { get; private set; } = new();

    /// <summary>Kinds in use.</summary>
    public IEnumerable<string> Kinds => Tree.Units(Today).Select(u => u.Kind).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Units to stand below.</summary>
    public IEnumerable<SelectListItem> Parents => UnitChoices.Units(Tree, Today);

    /// <summary>Places to work for.</summary>
    public IEnumerable<SelectListItem> Places => UnitChoices.Places(Tree, Today, PlaceLevel.Village);

    /// <summary>Shows the form.</summary>
    public void OnGet() => Input = new AddUnit { On = Today };

    /// <summary>Adds the unit.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Reads(Input, nameof(Input)))
        {
            return Wrong();
        }

        return Go($"/console/units/{await desk.AddUnit(Input, Actor)}", "added");
    }
}
