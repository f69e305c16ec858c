using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Words spoken to the person: what was due to be told is told by them (INV-03, INV-04).</summary>
public sealed class TellPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterAnswers answers)
    : StepPage(current, time, reading, MatterLifecycle.Tell)
{
    /// <summary>How the person was reached.</summary>
    [BindProperty, Required, Display(Name = "field.way")]
    public string? Way { get; set; }

    /// <summary>What was said.</summary>
    [BindProperty, Display(Name = "field.tell_note")]
    public string? Note { get; set; }

    /// <summary>The ways there are.</summary>
    public IEnumerable<SelectListItem> Ways => Coded("way.", "call", "window", "visit", "message", "letter");

    /// <summary>What the person should hear now, as a text key.</summary>
    public string AboutKey => Matter.State == MatterState.Answered ? "tell.answer" : Matter.DueOn is null ? "tell.contact" : "tell.limit";

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await answers.Tell(At, Way!, Note, Actor);
        return await Finished();
    }
}
