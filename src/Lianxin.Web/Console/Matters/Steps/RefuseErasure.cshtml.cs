using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>Refuses a request to erase; the person reads the reason (个人信息保护法 art. 50).</summary>
public sealed class RefuseErasurePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterErasure desk)
    : ErasureStepPage(current, time, reading, MatterLifecycle.RefuseErasure)
{
    /// <summary>Why.</summary>
    [BindProperty, Required, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await desk.Refuse(At, Reason, Actor);
        return await Finished();
    }
}
