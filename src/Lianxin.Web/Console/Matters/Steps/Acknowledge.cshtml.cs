using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>收悉: an opinion or a suggestion is acknowledged and ends so.</summary>
public sealed class AcknowledgePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterTriage triage)
    : StepPage(current, time, reading, MatterLifecycle.Acknowledge)
{
    /// <summary>Words to the person.</summary>
    [BindProperty, Display(Name = "field.thanks")]
    public string? Thanks { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await triage.Acknowledge(At, Thanks, Actor);
        return await Finished();
    }
}
