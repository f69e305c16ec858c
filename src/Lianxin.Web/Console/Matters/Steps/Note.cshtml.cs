using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>A note on the thread, internal unless it is opened to the person.</summary>
public sealed class NotePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Note)
{
    /// <summary>The note.</summary>
    [BindProperty, Required, Display(Name = "field.note")]
    public string? Words { get; set; }

    /// <summary>The person reads it too.</summary>
    [BindProperty, Display(Name = "field.note_open")]
    public bool Open { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Note(At, Words!, Open, Actor);
        return await Finished();
    }
}
