using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Hands a report of wrongdoing or a complaint about the work to the body that examines it; nobody else finds it again (INV-10).</summary>
public sealed class SealPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterProtection protection)
    : StepPage(current, time, reading, MatterLifecycle.Seal)
{
    /// <summary>Which body: by its topic.</summary>
    [BindProperty, Required, Display(Name = "seal.topic")]
    public string? Topic { get; set; }

    /// <summary>What says so.</summary>
    [BindProperty, Required, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>The topics.</summary>
    public IEnumerable<SelectListItem> Topics => Coded("seal.topic.", MatterProtection.SealTopics);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await protection.Seal(At, Topic, Reason ?? "", Actor);
        return await Finished();
    }
}
