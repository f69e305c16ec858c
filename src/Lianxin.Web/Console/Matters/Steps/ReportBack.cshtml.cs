using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>反馈上级: the lead office records by which document the answer went back (WQ-45).</summary>
public sealed class ReportBackPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterSupervision supervision)
    : StepPage(current, time, reading, MatterLifecycle.ReportBack)
{
    /// <summary>Number or date of the document.</summary>
    [BindProperty, Required, Display(Name = "field.report_document")]
    public string? Document { get; set; }

    /// <summary>What it says.</summary>
    [BindProperty, Display(Name = "field.report_words")]
    public string? Words { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await supervision.ReportBack(At, Document!, Words, Actor);
        return await Finished();
    }
}
