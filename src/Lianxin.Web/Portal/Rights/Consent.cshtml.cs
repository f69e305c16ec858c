using Lianxin.Database;
using Lianxin.Matters;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>Takes the consent to be reached back (个人信息保护法 art. 15); the matter goes on, the answer waits on the page.</summary>
public sealed class ConsentPage(TrackingDoor door, RightsDoor rights, LianxinDatabase database, Rules rules, MatterRights desk) : RightsPage(door, rights, database, rules)
{
    /// <summary>Shows what follows from it.</summary>
    public IActionResult OnGet() => IsKnown ? Page() : ToQuestion();

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!IsKnown)
        {
            return ToQuestion();
        }

        await desk.WithdrawConsent(Shown(null), Person);
        return Finished("consent");
    }
}
