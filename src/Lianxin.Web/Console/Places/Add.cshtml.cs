using Lianxin.Database;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>A new place.</summary>
public sealed class PlaceAddPage(CurrentActor current, TimeProvider time, UnitDesk desk, PageWords words) : ConsolePage(current, time)
{
    /// <summary>What is asked.</summary>
    public AddPlace Input { get; private set; } = new();

    /// <summary>Levels.</summary>
    public IEnumerable<SelectListItem> Levels =>
        Enum.GetValues<PlaceLevel>().Select(l => new SelectListItem(words[$"places.level.{Conventions.Text(l)}"], l.ToString()));

    /// <summary>Places to stand below.</summary>
    public IEnumerable<SelectListItem> Parents => UnitChoices.Places(Tree, Today, PlaceLevel.Grid);

    /// <summary>Shows the form.</summary>
    public void OnGet() => Input = new AddPlace { On = Today, Level = PlaceLevel.Community };

    /// <summary>Adds the place.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Reads(Input, nameof(Input)))
        {
            return Wrong();
        }

        await desk.AddPlace(Input, Actor);
        return Go($"/console/places/{Input.Code}", "added");
    }
}
