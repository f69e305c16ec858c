using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>协办: another unit helps within a limit of its own; the lead stays responsible (ED-39).</summary>
public sealed class AddHelperPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.AddHelper)
{
    /// <summary>The helping unit.</summary>
    [BindProperty, Required, Display(Name = "field.unit")]
    public Guid? Unit { get; set; }

    /// <summary>What it shall do.</summary>
    [BindProperty, Required, Display(Name = "field.what")]
    public string? What { get; set; }

    /// <summary>Working days it has.</summary>
    [BindProperty, Range(1, 15), Display(Name = "field.helper_days")]
    public int? Days { get; set; }

    /// <summary>The other units.</summary>
    public IEnumerable<SelectListItem> Units => UnitsBut(Matter.Unit);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.AddHelper(At, Unit!.Value, What!, Days, Actor);
        return await Finished();
    }
}
