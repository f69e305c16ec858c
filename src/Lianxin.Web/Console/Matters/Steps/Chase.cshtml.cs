using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>催上级: the office records that it asked the superior again for its word (AMB-07).</summary>
public sealed class ChasePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Chase)
{
    /// <summary>Who was asked, and by what: an office, a number, a letter.</summary>
    [BindProperty, Required, Display(Name = "field.whom")]
    public string? Whom { get; set; }

    /// <summary>What was said.</summary>
    [BindProperty, Required, Display(Name = "field.chase_words")]
    public string? Words { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Chase(At, Whom!, Words!, Actor);
        return await Finished();
    }
}
