using System.ComponentModel.DataAnnotations;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Styleguide;

/// <summary>Every component in its states on one page: <c>?state=errors</c> shows the wrong ones, <c>?frame=console</c> the staff frame.</summary>
public sealed class IndexPage(PageWords words, ConsoleFrame frame) : PageModel
{
    /// <summary>What the sample form holds.</summary>
    [BindProperty]
    public SampleForm Input { get; set; } = new() { Words = "" };

    /// <summary>Whether the staff frame is shown.</summary>
    public bool IsConsole => Request.Query["frame"] == "console";

    /// <summary>The streets one may choose.</summary>
    public IEnumerable<SelectListItem> Places => Choices("place", 3);

    /// <summary>The kinds one may choose.</summary>
    public IEnumerable<SelectListItem> Topics => Choices("topic", 4);

    /// <summary>The verdicts one may choose.</summary>
    public IEnumerable<SelectListItem> Verdicts => Choices("verdict", 3);

    /// <summary>Shows the page, with errors when asked.</summary>
    public void OnGet()
    {
        if (Request.Query["state"] == "errors")
        {
            Input = new SampleForm { Name = new string('1', 30), Words = "" };
            TryValidateModel(Input, nameof(Input));
        }
        else
        {
            Input = new SampleForm { Words = words["styleguide.sample.words"], Topic = "2", On = new DateOnly(2026, 11, 27), Hidden = true };
        }
        frame.UnitName = words["styleguide.unit"];
        frame.PersonName = words["styleguide.person"];
        frame.Rail =
        [
            new RailGroup("console.rail.work", [new("console.rail.mine", "/console", Count: 12), new("styleguide.title", "/styleguide", Count: 3), new("console.rail.board", "/console/board")]),
            new RailGroup("console.rail.find", [new("console.rail.matters", "/console/matters"), new("console.rail.figures", "/console/figures")]),
        ];
    }

    /// <summary>Checks the sample form and shows it again; nothing is kept.</summary>
    public IActionResult OnPost()
    {
        if (ModelState.IsValid)
        {
            return Redirect("/styleguide");
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private IEnumerable<SelectListItem> Choices(string name, int count) => Enumerable.Range(1, count)
        .Select(number => new SelectListItem(words[$"styleguide.{name}.{number}"], number.ToString(words.Culture)));
}

/// <summary>The sample form of the style page.</summary>
public sealed record SampleForm
{
    /// <summary>Required text with a limit.</summary>
    [Required, StringLength(500), Display(Name = "styleguide.field.words")]
    public string? Words { get; init; }

    /// <summary>Short text.</summary>
    [StringLength(20), Display(Name = "styleguide.field.name")]
    public string? Name { get; init; }

    /// <summary>A phone number.</summary>
    [Required, Display(Name = "styleguide.field.phone")]
    public string? Phone { get; init; }

    /// <summary>One of a list.</summary>
    [Required, Display(Name = "styleguide.field.place")]
    public string? Place { get; init; }

    /// <summary>One of a few.</summary>
    [Required, Display(Name = "styleguide.field.topic")]
    public string? Topic { get; init; }

    /// <summary>A day.</summary>
    [Required, Display(Name = "styleguide.field.on")]
    public DateOnly? On { get; init; }

    /// <summary>The one question of a page.</summary>
    [Display(Name = "styleguide.field.verdict")]
    public string? Verdict { get; init; }

    /// <summary>A yes or no.</summary>
    [Display(Name = "styleguide.field.hidden")]
    public bool Hidden { get; init; }

    /// <summary>Photos.</summary>
    [Display(Name = "styleguide.field.photos")]
    public IReadOnlyList<IFormFile>? Photos { get; init; }
}
