using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>退回, once a unit, with a reason from the list, within two working days (INV-06).</summary>
public sealed class ReturnPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Return)
{
    /// <summary>A reason of the list.</summary>
    [BindProperty, Required, Display(Name = "field.return_reason")]
    public string? Reason { get; set; }

    /// <summary>What speaks for it.</summary>
    [BindProperty, Required, Display(Name = "field.return_words")]
    public string? Words { get; set; }

    /// <summary>The reasons there are.</summary>
    public IEnumerable<SelectListItem> Reasons => Rules.Lists.ReturnReasons.Select(r => new SelectListItem(r.Label.In(Texts.Culture.Name), r.Code));

    /// <summary>The last day to return it.</summary>
    public DateOnly Until => Rules.Calendar.AddWorkingDays(ShanghaiTime.DayOf(Matter.OfferedAt ?? Matter.ReceivedAt), Rules.Limit("return")).On;

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Return(At, Reason!, Words!, Actor);
        return await Finished();
    }
}
