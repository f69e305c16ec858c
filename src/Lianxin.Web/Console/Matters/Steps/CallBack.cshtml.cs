using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The person's own word by a recorded call of another unit than the handler's (WQ-33).</summary>
public sealed class CallBackPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterFeedback feedback)
    : StepPage(current, time, reading, MatterLifecycle.CallBack)
{
    /// <summary>What the person said.</summary>
    [BindProperty, Required, Display(Name = "field.verdict")]
    public MatterVerdict? Verdict { get; set; }

    /// <summary>The call's number in the recording.</summary>
    [BindProperty, Display(Name = "field.call")]
    public string? Call { get; set; }

    /// <summary>The person's own words.</summary>
    [BindProperty, Display(Name = "field.call_words")]
    public string? Words { get; set; }

    /// <summary>What may be said; silence is nobody's to enter.</summary>
    public IEnumerable<SelectListItem> Verdicts => Coded("verdict.", "solved", "partly", "not").Select((c, i) => new SelectListItem(c.Text, ((MatterVerdict)i).ToString()));

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await feedback.CallBack(At, Verdict!.Value, Call ?? "", Words, Actor);
        return await Finished();
    }
}
