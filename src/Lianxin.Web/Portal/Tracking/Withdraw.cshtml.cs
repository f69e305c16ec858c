using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>Asks once more before the matter is withdrawn: it ends by it.</summary>
public sealed class WithdrawPage(TrackingDoor door, LianxinDatabase database, Rules rules, MatterFeedback feedback) : OwnMatterPage(door, database, rules)
{
    /// <summary>Why; may stay empty.</summary>
    [BindProperty, Display(Name = "field.reason")]
    public string? Reason { get; set; }

    /// <summary>Shows the question.</summary>
    public void OnGet()
    {
        // The matter itself is all it shows.
    }

    /// <summary>Withdraws.</summary>
    public async Task<IActionResult> OnPost(int version)
    {
        await feedback.Withdraw(Shown(version), Reason, Person);
        return Redirect(At() + "?done=withdraw");
    }
}
