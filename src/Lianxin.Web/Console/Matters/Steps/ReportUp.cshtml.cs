using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>上报: sent to the superior under a rule of competence (LZ-23).</summary>
public sealed class ReportUpPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.ReportUp)
{
    /// <summary>The rule that makes the superior competent.</summary>
    [BindProperty, Required, Display(Name = "field.basis")]
    public string? Rule { get; set; }

    /// <summary>The superior's own limit in working days.</summary>
    [BindProperty, Range(1, 90), Display(Name = "field.superior_days")]
    public int? Days { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.ReportUp(At, Rule!, Days, Actor);
        return await Finished();
    }
}
