using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>批复 received: three working days to answer (INV-08), or carried out as 承诺件.</summary>
public sealed class ApprovalPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Approval)
{
    /// <summary>The day on the document.</summary>
    [BindProperty, Required, Display(Name = "field.document_on")]
    public DateOnly? DocumentOn { get; set; }

    /// <summary>Its name and number.</summary>
    [BindProperty, Required, Display(Name = "field.document")]
    public string? Document { get; set; }

    /// <summary>It is to be carried out here.</summary>
    [BindProperty, Display(Name = "field.execute")]
    public bool Execute { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Approval(At, DocumentOn!.Value, Document!, Execute, Actor);
        return await Finished();
    }
}
