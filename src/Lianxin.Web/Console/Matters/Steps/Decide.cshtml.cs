using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The decision from above about what stands in a unit's way (WQ-32).</summary>
public sealed class DecidePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHindrance hindrance)
    : StepPage(current, time, reading, MatterLifecycle.Decide)
{
    /// <summary>What was found or decided.</summary>
    [BindProperty, Required, Display(Name = "field.decide_words")]
    public string? Words { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await hindrance.Decide(At, Words ?? "", Actor);
        return await Finished();
    }
}
