using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>派单、转办: offers the matter to another unit, which accepts or returns it (INV-06).</summary>
public sealed class DispatchPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterTriage triage)
    : StepPage(current, time, reading, MatterLifecycle.Dispatch)
{
    /// <summary>The unit.</summary>
    [BindProperty, Required, Display(Name = "field.unit")]
    public Guid? Unit { get; set; }

    /// <summary>A word to the colleagues.</summary>
    [BindProperty, Display(Name = "field.dispatch_note")]
    public string? Note { get; set; }

    /// <summary>The units there are.</summary>
    public IEnumerable<SelectListItem> Units => UnitsBut(Matter.Unit);

    /// <summary>The unit that category and place point to, when it is another one.</summary>
    public Guid? Proposed => MatterTriage.Propose(Matter, Rules).Unit is { } unit && unit != Matter.Unit ? unit : null;

    /// <summary>The day the person was told, or will be (WQ-39).</summary>
    public DateOnly? DueOn => Matter.DueOn;

    /// <summary>The office's own day, so that the answer can still be checked before the told one.</summary>
    public DateOnly? InternalOn => DueOn is { } due ? Rules.Before(due, Rules.Limit("internal")) : null;

    /// <summary>The reply the unit begins with: the category's template, its fields filled (WQ-39).</summary>
    public string? ReplyBegins => ReplyTemplates.For(Matter, Rules.Lists).FirstOrDefault() is { } template ? ReplyTemplates.Fill(template, this, Me) : null;

    /// <inheritdoc/>
    public override IActionResult OnGet()
    {
        Unit = Proposed;
        return base.OnGet();
    }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await triage.Dispatch(At, Unit!.Value, Note, Actor);
        return await Finished();
    }
}
