using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Another kind with its reason; both clocks stay in the history (ED-30).</summary>
public sealed class ChangeKindPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.ChangeKind)
{
    /// <summary>The new kind.</summary>
    [BindProperty, Required, Display(Name = "field.kind")]
    public MatterKind? Kind { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Required, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>What the present kind may become; 补办件 begins with its notice.</summary>
    public IEnumerable<SelectListItem> Kinds => KindClocks.MayBecome(Matter.Kind).Where(k => k != MatterKind.Supplement)
        .Select(k => new SelectListItem(Names.Kind(k), k.ToString()));

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.ChangeKind(At, Kind!.Value, Reason!, Actor);
        return await Finished();
    }
}
