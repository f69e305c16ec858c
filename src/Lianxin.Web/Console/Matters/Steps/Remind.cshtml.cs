using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>催办.</summary>
public sealed class RemindPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterSupervision supervision)
    : StepPage(current, time, reading, MatterLifecycle.Remind)
{
    /// <summary>What is urged.</summary>
    [BindProperty, Display(Name = "field.remind_words")]
    public string? Words { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await supervision.Remind(At, Words, Actor);
        return await Finished();
    }
}
