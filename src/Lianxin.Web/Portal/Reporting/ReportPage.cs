using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Portal;

/// <summary>What the steps of a report share: the draft the address names, loaded before any handler. Without one, a step goes back to the first.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class ReportPage(ReportDrafts drafts, LianxinDatabase database, Rules rules) : PageModel
{
    /// <summary>The draft's token, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "d")]
    public string? Token { get; set; }

    /// <summary>The draft; null before the first step was sent.</summary>
    public ReportDraft? Draft { get; protected set; }

    /// <summary>What goes today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>The draft's photos.</summary>
    public IReadOnlyList<KeptFile> Photos => Draft is null ? [] : ReportDrafts.PhotosOf(Draft);

    /// <summary>The drafts.</summary>
    protected ReportDrafts Drafts => drafts;

    /// <summary>Whether the step may stand without a draft.</summary>
    protected virtual bool IsFirst => false;

    /// <summary>The address of a step of this draft.</summary>
    public string Step(string step) => "/report" + (step.Length == 0 ? "" : "/" + step) + (Token is null ? "" : "?d=" + Token);

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Draft = await drafts.Find(Token);
        if (Draft is not null && drafts.ReceiptOf(Draft) is { } receipt)
        {
            context.Result = ToReceipt(receipt.Link);
            return;
        }

        if (Draft is null || (Draft.Body.Length == 0 && !IsFirst))
        {
            Token = Draft is null ? null : Token;
            if (!IsFirst)
            {
                context.Result = Redirect(Draft is null ? "/report?gone=1" : Step(""));
                return;
            }
        }

        await using var db = database.Read();
        Book = await rules.Read(db);
        await next();
    }

    /// <summary>The place with its street, as one reads it.</summary>
    public string PlaceName(string code) => Book.Units.Places.FullName(code, Book.Today);

    /// <summary>Somebody takes what is reported; false in a district that is still being set up.</summary>
    public bool IsOpen => Book.Units.UnitFor(OfficerList.LeadTopic, null, Book.Today) is not null || Book.Units.UnitFor(WebChannel.OwnerTopic, null, Book.Today) is not null;

    private ProfileChannel WebChannel => Book.Lists.Channels.First(c => c.Code == "web");

    /// <summary>The plain name of a category.</summary>
    public string? CategoryName(string? code) => Book.Lists.Categories.FirstOrDefault(c => c.Code == code)?.Label.In(Language);

    /// <summary>The language of the page.</summary>
    protected static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>Beside its field, in words; the page answers with 400.</summary>
    protected PageResult Wrong(string field, RefusedException no)
    {
        ModelState.AddModelError(field, RefusalWords.Of(no, CultureInfo.CurrentUICulture));
        return Wrong();
    }

    /// <summary>The same page again with what is wrong, 400.</summary>
    protected PageResult Wrong()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Goes to the receipt; this browser may see the query code there for a day.</summary>
    protected RedirectResult ToReceipt(string link)
    {
        CodeCookie.Keep(HttpContext, link, Token!);
        return Redirect("/r/" + link);
    }
}
