using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>部分解决: what is still promised and by when; then it ends as solved in part.</summary>
public sealed class PromiseRestPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterFeedback feedback)
    : StepPage(current, time, reading, MatterLifecycle.PromiseRest)
{
    /// <summary>What is still promised.</summary>
    [BindProperty, Required, Display(Name = "field.promise")]
    public string? Promise { get; set; }

    /// <summary>By when.</summary>
    [BindProperty, Required, Display(Name = "field.promise_due")]
    public DateOnly? DueOn { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await feedback.PromiseRest(At, Promise!, DueOn!.Value, Actor);
        return await Finished();
    }
}
