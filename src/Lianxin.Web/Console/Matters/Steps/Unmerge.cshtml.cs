using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>Takes a wrong merge back: owner and limit are its own again.</summary>
public sealed class UnmergePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterFeedback feedback)
    : StepPage(current, time, reading, MatterLifecycle.Unmerge)
{
    /// <summary>Why.</summary>
    [BindProperty, Required, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await feedback.Unmerge(At, Reason!, Actor);
        return await Finished();
    }
}
