using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>
/// A page of the person's own matter, opened by the receipt's link (<c>/r/…</c>) or by number and code (<c>/track/matter</c>).
/// It finds the matter before any handler, or answers 404; a code session that ended leads back to <c>/track</c>.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class OwnMatterPage(TrackingDoor door, LianxinDatabase database, Rules rules) : PageModel, IReload
{
    /// <summary>The cookie of a page opened by code.</summary>
    public const string CodeSession = "lx-track";

    /// <summary>The link's secret; null when opened by code.</summary>
    [FromRoute(Name = "token"), BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The matter as it stands.</summary>
    public Matter Matter { get; private set; } = null!;

    /// <summary>Its title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What goes today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>Who the person is to the desks.</summary>
    public Actor Person => Token is null ? PortalActors.ByCode : PortalActors.ByLink;

    /// <summary>The twelve digits.</summary>
    public string Digits => new MatterNumber(Matter.Number).Digits;

    /// <summary>The matter's number.</summary>
    protected long Number { get; private set; }

    /// <summary>The address of the matter's page, or of one below it.</summary>
    public string At(string part = "") => (Token is null ? "/track/matter" : "/r/" + Token) + (part.Length == 0 ? "" : "/" + part);

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var number = Token is null ? await door.BySession(Request.Cookies[HostCookies.NameOnPath(HttpContext, CodeSession)]) : await door.ByLink(Token);
        if (number is not { } found)
        {
            context.Result = Token is null ? Redirect("/track?ended=1") : NotFound();
            return;
        }

        Number = found;
        Response.Headers["X-Robots-Tag"] = "noindex";
        await Reload();
        await next();
    }

    /// <inheritdoc/>
    public async Task Reload()
    {
        await using var db = database.Read();
        Book = await rules.Read(db);
        Matter = await db.Matters.FirstAsync(m => m.Number == Number);
        Title = await db.Wordings.Where(w => w.Seq == Matter.TitleSeq && w.Path == "title").Select(w => w.Value).FirstOrDefaultAsync() ?? "";
        await Load(db);
    }

    /// <summary>Loads what this page shows beside the matter.</summary>
    protected virtual Task Load(LianxinDb db) => Task.CompletedTask;

    /// <summary>Whether the step is open to the person now.</summary>
    public bool MayTake(Step step) => MatterLifecycle.WhyNot(step, Matter, Person, Standing.Person) is null;

    /// <summary>A unit's name today.</summary>
    public string UnitName(Guid unit) => Book.Units.NameOf(unit, Book.Today, CultureInfo.CurrentUICulture.Name);

    /// <summary>The matter with the version the form was shown, when it carries one.</summary>
    protected MatterRef Shown(int? version) => new(Number, version);
}
