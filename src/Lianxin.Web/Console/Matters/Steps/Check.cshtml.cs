using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The supervisor's check of a first 没解决, within one working day.</summary>
public sealed class CheckPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterSupervision supervision)
    : StepPage(current, time, reading, MatterLifecycle.Check)
{
    /// <summary>What was found.</summary>
    [BindProperty, Required, Display(Name = "field.finding")]
    public string? Finding { get; set; }

    /// <summary>How it was checked.</summary>
    [BindProperty, Required, Display(Name = "field.check_words")]
    public string? Words { get; set; }

    /// <summary>The findings there are.</summary>
    public IEnumerable<SelectListItem> Findings => Coded("finding.", "confirmed", "solved_after_all", "misunderstanding");

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await supervision.Check(At, Finding!, Words!, Actor);
        return await Finished();
    }
}
