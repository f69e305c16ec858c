using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>延期: once, before the day is over, with a reason; the new day has to be told (INV-04).</summary>
public sealed class ExtendPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.Extend)
{
    /// <summary>The new last day.</summary>
    [BindProperty, Required, Display(Name = "field.new_due")]
    public DateOnly? DueOn { get; set; }

    /// <summary>A reason of the list.</summary>
    [BindProperty, Required, Display(Name = "field.extension_reason")]
    public string? Why { get; set; }

    /// <summary>More words for the person.</summary>
    [BindProperty, Display(Name = "field.extension_words")]
    public string? Words { get; set; }

    /// <summary>The reasons there are.</summary>
    public IEnumerable<SelectListItem> Reasons => Rules.Lists.ExtensionReasons.Select(r => new SelectListItem(r.Label.In(Texts.Culture.Name), r.Code));

    /// <summary>Working days an extension may add.</summary>
    public int Most => Rules.Limit("extension");

    private string Reason => string.Join('：', new[] { Rules.Lists.ExtensionReasons.FirstOrDefault(r => r.Code == Why)?.Label.In(Matter.Language), Words }.Where(t => !string.IsNullOrWhiteSpace(t)));

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.Extend(At, DueOn!.Value, Reason, Actor);
        return await Finished();
    }
}
