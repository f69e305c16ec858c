using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The papers came: the unused working days run from tomorrow (LZ-22).</summary>
public sealed class PapersInPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling)
    : StepPage(current, time, reading, MatterLifecycle.PapersIn)
{
    /// <summary>What came.</summary>
    [BindProperty, Display(Name = "field.note")]
    public string? Note { get; set; }

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await handling.PapersIn(At, Note, Actor);
        return await Finished();
    }
}
