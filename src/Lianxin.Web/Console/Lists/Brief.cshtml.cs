using Lianxin.Foundation;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The brief alone, for the pane that follows the keyboard.</summary>
public sealed class BriefPage(CurrentActor current, TimeProvider time, MatterReading reading) : ConsolePage(current, time)
{
    /// <summary>The brief.</summary>
    public MatterBrief Brief { get; private set; } = null!;

    /// <summary>Shows it to one who may see the matter.</summary>
    public async Task<IActionResult> OnGet(string number)
    {
        if (!MatterNumber.TryParse(number, out var parsed) || await MatterBrief.Of(reading, parsed.Value, Actor, ListAddress.From(Request.Query, Actor)) is not { } brief)
        {
            return NotFound();
        }

        Brief = brief;
        return Page();
    }
}
