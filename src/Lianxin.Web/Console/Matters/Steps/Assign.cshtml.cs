using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>指派: another officer of the own unit is responsible from now on.</summary>
public sealed class AssignPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Assign)
{
    /// <summary>The officer.</summary>
    [BindProperty, Required, Display(Name = "field.officer")]
    public Guid? Officer { get; set; }

    /// <summary>The other officers of the unit.</summary>
    public IEnumerable<SelectListItem> Officers => OfficersOf(Matter.Unit, Matter.Officer);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Assign(At, Officer!.Value, Actor);
        return await Finished();
    }
}
