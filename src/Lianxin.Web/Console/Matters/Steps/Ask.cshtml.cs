using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>A question to the person, answered on the same thread.</summary>
public sealed class AskPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Ask)
{
    /// <summary>The question.</summary>
    [BindProperty, Required, Display(Name = "field.question")]
    public string? Question { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Ask(At, Question!, Actor);
        return await Finished();
    }
}
