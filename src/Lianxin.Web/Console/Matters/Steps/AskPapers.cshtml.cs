using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>补办: the one written notice of everything that is missing; the clock stands meanwhile (INV-09).</summary>
public sealed class AskPapersPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.AskPapers)
{
    /// <summary>One paper a line.</summary>
    [BindProperty, Required, Display(Name = "field.items")]
    public string? Items { get; set; }

    /// <summary>Where to bring them.</summary>
    [BindProperty, Display(Name = "field.papers_where")]
    public string? Where { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.AskPapers(At, [.. Items!.Split('\n')], Where, Actor);
        return await Finished();
    }
}
