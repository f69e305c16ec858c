using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>签收: the own unit takes the matter, with a named officer.</summary>
public sealed class AcceptPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Accept)
{
    /// <summary>Who is responsible; oneself without a choice.</summary>
    [BindProperty, Display(Name = "field.officer")]
    public Guid? Officer { get; set; }

    /// <summary>The officers of the unit it is offered to.</summary>
    public IEnumerable<SelectListItem> Officers => OfficersOf(Matter.OfferedTo ?? Matter.Unit, Actor.Id);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Accept(At, Officer, Actor);
        return await Finished();
    }
}
