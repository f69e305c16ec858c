using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>A new unit.</summary>
public sealed class UnitAddPage(CurrentActor current, TimeProvider time, UnitDesk desk, UnitLists lists) : ConsolePage(current, time)
{
    /// <summary>What is asked.</summary>
    public AddUnit Input { get; private set; } = new();

    /// <summary>The kinds a unit may be of.</summary>
    public IEnumerable<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>Units to stand below.</summary>
    public IEnumerable<SelectListItem> Parents => UnitChoices.Units(Tree, Today);

    /// <summary>Places to work for.</summary>
    public IEnumerable<SelectListItem> Places => UnitChoices.Places(Tree, Today, PlaceLevel.Village);

    /// <summary>Reads the kinds before any handler.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var named = await lists.Kinds(Today);

        // A kind that the settings dropped stays open while a unit of it works.
        var used = Tree.Units(Today).Select(u => u.Kind).Distinct().Except(named.Select(k => k.Code)).Order(StringComparer.Ordinal);
        Kinds = [.. UnitLists.Choices(named), .. used.Select(kind => new SelectListItem(kind, kind))];
        await next();
    }

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
