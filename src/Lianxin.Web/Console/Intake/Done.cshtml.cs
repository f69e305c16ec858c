using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Lianxin.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>After a matter was taken down: the number to read aloud, the slip to print, and the next call.</summary>
public sealed class IntakeDonePage(CurrentActor current, TimeProvider time, LianxinDatabase database, Rules rules, MatterAnswers answers, MatterReception reception)
    : ConsolePage(current, time), IReload
{
    /// <summary>The matter's number.</summary>
    [BindProperty(SupportsGet = true)]
    public long Number { get; set; }

    /// <summary>The matter.</summary>
    public Matter Matter { get; private set; } = null!;

    /// <summary>Its title.</summary>
    public string? Title { get; private set; }

    /// <summary>The query code; null an hour later and for anybody else.</summary>
    public string? Code { get; private set; }

    /// <summary>The path of the person's own page; null an hour later and for anybody else.</summary>
    public string? Link { get; private set; }

    /// <summary>The finished receipt, opening nothing; null an hour later and for anybody else, like the code.</summary>
    public Lianxin.Ledger.Receipt? Receipt { get; private set; }

    /// <summary>The rulebook of today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>True while number and day may still be told.</summary>
    public bool MayTell => MatterLifecycle.WhyNot(MatterLifecycle.Tell, Matter, Actor, MatterVisibility.StandingOf(Matter, Actor)) is null;

    /// <summary>Loads the matter, or answers as if it were not there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await Reload();
        if (Matter is null || !MatterVisibility.MaySee(Matter, Actor, MatterVisibility.StandingOf(Matter, Actor), Book))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    /// <summary>Shows the slip.</summary>
    public void OnGet()
    {
    }

    /// <summary>Number and day were read aloud.</summary>
    public Task<IActionResult> OnPostSpoken() => Tell(IsCall ? "call" : "window");

    /// <summary>The printed slip was handed over.</summary>
    public Task<IActionResult> OnPostHanded() => Tell("window");

    /// <inheritdoc/>
    public async Task Reload()
    {
        await using var db = database.Read();
        Book = await rules.Read(db);
        Matter = (await db.Matters.SingleOrDefaultAsync(m => m.Number == Number))!;
        if (await reception.Slip(Number, Actor) is { } slip)
        {
            (Code, Link, Receipt) = (slip.Code, $"/r/{slip.Link}", await OwnProofs.Find(db, Number, null));
        }

        Title = Matter is null ? null : await db.Wordings.Where(w => w.Seq == Matter.TitleSeq && w.Path == "title").Select(w => w.Value).SingleOrDefaultAsync();
    }

    private bool IsCall => Book.Lists.Channels.FirstOrDefault(c => c.Code == Matter.Channel)?.Kind == "phone";

    private async Task<IActionResult> Tell(string way)
    {
        await answers.Tell(new MatterRef(Number), way, null, Actor);
        return Go($"/console/intake/{Number}", "told");
    }
}
