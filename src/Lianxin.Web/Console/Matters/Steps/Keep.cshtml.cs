using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Starts work in the own unit, with a named officer.</summary>
public sealed class KeepPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterTriage triage)
    : StepPage(current, time, reading, MatterLifecycle.Keep)
{
    /// <summary>Who is responsible; as before without a choice.</summary>
    [BindProperty, Display(Name = "field.officer")]
    public Guid? Officer { get; set; }

    /// <summary>The officers of the unit.</summary>
    public IEnumerable<SelectListItem> Officers => OfficersOf(Matter.Unit, Matter.Officer);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await triage.Keep(At, Officer, Actor);
        return await Finished();
    }
}
