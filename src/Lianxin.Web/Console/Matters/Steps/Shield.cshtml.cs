using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Names the unit or officer complained about; from the next request on they and their line find no such matter (INV-14).</summary>
public sealed class ShieldPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterProtection protection)
    : StepPage(current, time, reading, MatterLifecycle.Shield)
{
    /// <summary>The unit; with an officer it may stay open.</summary>
    [BindProperty, Display(Name = "shield.unit")]
    public Guid? Unit { get; set; }

    /// <summary>The officer's code.</summary>
    [BindProperty, MaxLength(60), Display(Name = "shield.officer")]
    public string? Officer { get; set; }

    /// <summary>What says so.</summary>
    [BindProperty, Required, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>The units there are.</summary>
    public IEnumerable<SelectListItem> Units => UnitsBut(null);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        var officer = string.IsNullOrWhiteSpace(Officer)
            ? (Guid?)null
            : Rules.Officers.ByCode(Officer.Trim())?.Id ?? throw MatterRefusals.NoSuchOfficer();
        await protection.Shield(At, Unit, officer, Reason ?? "", Actor);
        return await Finished();
    }
}
