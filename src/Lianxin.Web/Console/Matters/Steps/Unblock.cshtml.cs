using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The way is free again: what was found.</summary>
public sealed class UnblockPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHindrance hindrance)
    : StepPage(current, time, reading, MatterLifecycle.Unblock)
{
    /// <summary>What was found or decided.</summary>
    [BindProperty, Required, Display(Name = "field.unblock_words")]
    public string? Words { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await hindrance.Unblock(At, Words ?? "", Actor);
        return await Finished();
    }
}
