using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>无法推进: why, and whom it goes up to; the matter stays with its owner and its day (WQ-32).</summary>
public sealed class BlockPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHindrance hindrance)
    : StepPage(current, time, reading, MatterLifecycle.Hinder)
{
    /// <summary>The reason's code.</summary>
    [BindProperty, Required, Display(Name = "field.block_reason")]
    public string? Reason { get; set; }

    /// <summary>The unit it goes up to.</summary>
    [BindProperty, Required, Display(Name = "field.block_to")]
    public Guid? To { get; set; }

    /// <summary>What exactly is missing.</summary>
    [BindProperty, Required, Display(Name = "field.block_words")]
    public string? Words { get; set; }

    /// <summary>The reasons.</summary>
    public IEnumerable<SelectListItem> Reasons => Coded("block.reason.", MatterHindrance.Reasons);

    /// <summary>Units it may go up to, the ones above the own unit first.</summary>
    public IEnumerable<SelectListItem> Targets => UnitsBut(Matter.Unit);

    /// <summary>The last day before it goes up.</summary>
    public DateOnly GoesUpOn => Rules.InWorkingDays(Rules.Limit("blocked"));

    /// <inheritdoc/>
    public override IActionResult OnGet()
    {
        To = Rules.Units.UnitFor(Lianxin.People.OfficerList.LeadTopic, null, Today)?.Id is { } lead && lead != Matter.Unit ? lead : null;
        return base.OnGet();
    }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await hindrance.Block(At, Reason, To!.Value, Words ?? "", Actor);
        return await Finished();
    }
}
