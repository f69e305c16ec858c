using System.Globalization;
using Lianxin.Database;
using Lianxin.Matters;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>Step 2½, only when there are any: is it one of these? Shows sort, place, state and day of open matters, never anybody's words or number.</summary>
public sealed class AlikePage(ReportDrafts drafts, LianxinDatabase database, Rules rules, SimilarMatters similar, IDataProtectionProvider protection)
    : ReportPage(drafts, database, rules)
{
    private readonly IDataProtector _hidden = protection.CreateProtector("report.alike");

    /// <summary>The open matters.</summary>
    public IReadOnlyList<SimilarMatter> Matters { get; private set; } = [];

    /// <summary>A matter as the form names it, unreadable outside.</summary>
    public string Hidden(SimilarMatter matter) => _hidden.Protect(matter.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Shows them, or goes on when there are none.</summary>
    public async Task<IActionResult> OnGet()
    {
        Matters = Draft!.Place is { } place ? await similar.Find(place, Draft.Body, Book) : [];
        return Matters.Count == 0 ? Redirect(Step("check")) : Page();
    }

    /// <summary>Keeps the answer and goes on.</summary>
    public async Task<IActionResult> OnPost(string? same)
    {
        long? number = null;
        if (!string.IsNullOrEmpty(same))
        {
            try
            {
                number = long.Parse(_hidden.Unprotect(same), CultureInfo.InvariantCulture);
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                return BadRequest();
            }
        }

        await Drafts.Change(Token!, draft => draft.SameAs = number);
        return Redirect(Step("check"));
    }
}
