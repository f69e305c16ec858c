using Lianxin.Matters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Portal;

/// <summary>One version of the privacy notice, for whoever agreed to it then.</summary>
public sealed class OlderPrivacyPage : PageModel
{
    /// <summary>The version.</summary>
    public PrivacyNotice Notice { get; private set; } = PrivacyNotices.Current;

    /// <summary>Shows it; a number that never was is not there.</summary>
    public IActionResult OnGet(int version)
    {
        if (PrivacyNotices.Find(version) is not { } notice)
        {
            return NotFound();
        }

        Notice = notice;
        return Page();
    }
}
