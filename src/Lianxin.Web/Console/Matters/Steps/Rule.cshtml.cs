using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The ruling on a second 没解决: back once more, or closed with reasons and remedies.</summary>
public sealed class RulePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterSupervision supervision)
    : StepPage(current, time, reading, MatterLifecycle.Rule)
{
    /// <summary>back or close.</summary>
    [BindProperty, Required, Display(Name = "field.ruling")]
    public string? Ruling { get; set; }

    /// <summary>Reasons and remedies, for the person.</summary>
    [BindProperty, Required, Display(Name = "field.reasons")]
    public string? Reasons { get; set; }

    /// <summary>The two ways.</summary>
    public IEnumerable<SelectListItem> Rulings => Coded("ruling.", "back", "close");

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await supervision.Rule(At, Ruling == "back", Reasons!, Actor);
        return await Finished();
    }
}
