using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>Lifts the shield: the first officer asks, a second one agrees, each with a reason.</summary>
public sealed class UnshieldPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterProtection protection)
    : StepPage(current, time, reading, MatterLifecycle.Unshield)
{
    /// <summary>Why.</summary>
    [BindProperty, Required, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await protection.Unshield(At, Reason ?? "", Actor);
        return await Finished();
    }
}
