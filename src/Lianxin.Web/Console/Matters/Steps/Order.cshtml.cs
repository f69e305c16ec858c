using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>督办单, with the day its answer is due.</summary>
public sealed class OrderPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterSupervision supervision)
    : StepPage(current, time, reading, MatterLifecycle.Order)
{
    /// <summary>What is demanded.</summary>
    [BindProperty, Required, Display(Name = "field.order_words")]
    public string? Words { get; set; }

    /// <summary>Working days to answer.</summary>
    [BindProperty, Range(1, 15), Display(Name = "field.order_days")]
    public int Days { get; set; } = 3;

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await supervision.Order(At, Words!, Days, Actor);
        return await Finished();
    }
}
