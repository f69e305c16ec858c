using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The helping unit's position, given to the lead.</summary>
public sealed class HelpPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Help)
{
    /// <summary>The position.</summary>
    [BindProperty, Required, Display(Name = "field.position")]
    public string? Position { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Help(At, Position!, Actor);
        return await Finished();
    }
}
