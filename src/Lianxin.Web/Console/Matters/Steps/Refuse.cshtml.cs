using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>不予受理: a reason of the list with its legal route, and a second person who agreed (WQ-11, INV-11).</summary>
public sealed class RefusePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterAnswers answers)
    : StepPage(current, time, reading, MatterLifecycle.Refuse)
{
    /// <summary>A reason of the list.</summary>
    [BindProperty, Required, Display(Name = "field.refusal_reason")]
    public string? Reason { get; set; }

    /// <summary>The explanation to the person.</summary>
    [BindProperty, Required, Display(Name = "field.refusal_answer")]
    public string? Answer { get; set; }

    /// <summary>The second person.</summary>
    [BindProperty, Required, Display(Name = "field.second")]
    public Guid? Second { get; set; }

    /// <summary>The reasons there are, each with the way it points to.</summary>
    public IEnumerable<SelectListItem> Reasons => Rules.Lists.Refusals.Select(r =>
        new SelectListItem(Texts["refuse.reason_line", r.Label.In(Texts.Culture.Name), r.RouteText.In(Texts.Culture.Name)], r.Code));

    /// <summary>Colleagues who may agree: of the own unit, and the coordinators.</summary>
    public IEnumerable<SelectListItem> Seconds => Staff.Of(Matter.Unit, Today).Concat(Staff.With(Roles.Coordinator, Today)).DistinctBy(o => o.Id)
        .Where(o => o.Id != Actor.Id && Staff.IsPresent(o.Id, Today)).Select(o => new SelectListItem(OfficerLine(o.Id), o.Id.ToString()));

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await answers.Refuse(At, Reason!, Answer!, Second!.Value, Actor);
        return await Finished();
    }
}
