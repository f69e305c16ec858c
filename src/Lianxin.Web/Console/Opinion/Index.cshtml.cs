using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>给系统提意见 (国办函〔2026〕12号): recorded as an opinion, so that it is sorted and acknowledged like everybody's.</summary>
public sealed class OpinionPage(CurrentActor current, TimeProvider time, MatterIntake intake) : ConsolePage(current, time)
{
    /// <summary>The opinion.</summary>
    [BindProperty, Required, Display(Name = "opinion.words")]
    public string? Words { get; set; }

    /// <summary>The number of the opinion just sent; null before.</summary>
    public string? Number => MatterNumber.TryParse(Request.Query["number"], out var number) ? number.Digits : null;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Records it with the office that answers for the system.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Wrong();
        }

        var receipt = await intake.Submit(new SubmitMatter { Form = MatterForm.Opinion, Channel = "colleagues", Body = Words! }, Actor);
        return Redirect($"/console/opinion?number={new MatterNumber(receipt.Number).Digits}");
    }
}
