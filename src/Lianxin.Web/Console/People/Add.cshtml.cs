using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Somebody new.</summary>
public sealed class OfficerAddPage(CurrentActor current, TimeProvider time, PeopleDesk desk, PageWords words) : OfficerWordsPage(current, time, words)
{
    /// <summary>What is asked.</summary>
    public AddOfficer Input { get; private set; } = new();

    /// <summary>The units to choose from.</summary>
    public IEnumerable<SelectListItem> Units => UnitChoices.Units(Tree, Today);

    /// <summary>Shows the form.</summary>
    public void OnGet() => Input = new AddOfficer { On = Today };

    /// <summary>Adds the officer.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Reads(Input, nameof(Input)))
        {
            return Wrong();
        }

        return Go($"/console/people/{await desk.Add(Input, Actor)}", "added");
    }
}
