using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>An attempt that did not reach the person; three of them on two days by two ways stand for the delivery (INV-03).</summary>
public sealed class AttemptPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterAnswers answers)
    : StepPage(current, time, reading, MatterLifecycle.Tell)
{
    /// <summary>How it was tried.</summary>
    [BindProperty, Required, Display(Name = "field.way")]
    public string? Way { get; set; }

    /// <summary>The ways there are.</summary>
    public IEnumerable<SelectListItem> Ways => Coded("way.", "call", "visit", "message", "letter");

    /// <summary>What was tried before about the same thing.</summary>
    public IReadOnlyList<MatterAttempt> Made { get; private set; } = [];

    /// <inheritdoc/>
    public override string ButtonKey => "step.attempt";

    /// <inheritdoc/>
    public override string LeadKey => "step_lead.attempt";

    /// <inheritdoc/>
    public override string ActionKey => "attempt";

    /// <inheritdoc/>
    protected override async Task Choose(LianxinDb db)
    {
        var about = Matter.State == MatterState.Answered ? "answer" : "limit";
        Made = await db.Attempts.Where(a => a.Matter == Matter.Number && a.About == about).OrderBy(a => a.At).ToListAsync();
    }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await answers.Attempt(At, Way!, Actor);
        return await Finished();
    }
}
