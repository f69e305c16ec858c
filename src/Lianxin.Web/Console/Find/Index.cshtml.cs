using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Choices of places or units while somebody types, by name, code or pinyin initials; the lines of a list and nothing around them.</summary>
public sealed class FindPage(CurrentActor current, TimeProvider time) : ConsolePage(current, time)
{
    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The choices.</summary>
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    /// <summary>True when something was typed: the first choice is taken.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Q);

    /// <summary>Finds.</summary>
    public IActionResult OnGet(string what)
    {
        Items = what switch
        {
            "places" => [.. DeskChoices.Places(Tree, Today, Q)],
            "units" => [.. DeskChoices.Units(Tree, Today, Q)],
            _ => [],
        };
        return what is "places" or "units" ? Page() : NotFound();
    }
}
