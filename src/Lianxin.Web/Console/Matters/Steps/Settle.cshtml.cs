using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The coordinator's final word on who handles it (INV-06).</summary>
public sealed class SettlePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Settle)
{
    /// <summary>The unit.</summary>
    [BindProperty, Required, Display(Name = "field.unit")]
    public Guid? Unit { get; set; }

    /// <summary>Why this one.</summary>
    [BindProperty, Required, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>The units there are.</summary>
    public IEnumerable<SelectListItem> Units => UnitsBut(null);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Settle(At, Unit!.Value, Reason!, Actor);
        return await Finished();
    }
}
