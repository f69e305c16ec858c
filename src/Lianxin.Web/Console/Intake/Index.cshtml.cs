using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Texts;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using MatterRoute = Lianxin.Matters.Route;

namespace Lianxin.Web.Console;

/// <summary>登记 at a window or on the hotline: one screen in spoken order, no mouse needed, settled while the person is there.</summary>
public sealed class IntakePage(
    CurrentActor current, TimeProvider time, PageWords words, LianxinDatabase database, Rules rules, MatterReception reception, CallerLook caller, SimilarMatters similar)
    : ConsolePage(current, time), IReload
{
    /// <summary>What is taken down.</summary>
    [BindProperty]
    public IntakeForm Input { get; set; } = new();

    /// <summary>The rulebook of today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>The caller's open matters, when they were looked up; null before.</summary>
    public IReadOnlyList<CallerMatter>? OpenMatters { get; private set; }

    /// <summary>Running matters nearby; null before they were asked for.</summary>
    public IReadOnlyList<SimilarMatter>? Similar { get; private set; }

    /// <summary>Categories that the words speak for.</summary>
    public IReadOnlyList<CategorySuggestion> Suggested { get; private set; } = [];

    /// <summary>Where the lists would send it, and why.</summary>
    public MatterRoute? Proposed { get; private set; }

    /// <summary>Emergency lines that the words call for.</summary>
    public IReadOnlyList<ProfileEmergency> Emergencies { get; private set; } = [];

    /// <summary>The languages of an answer.</summary>
    public IEnumerable<SelectListItem> Languages => Words.Cultures.Select(c => new SelectListItem(words["intake.language." + c.Name], c.Name));

    /// <summary>The interpreters.</summary>
    public IEnumerable<SelectListItem> Interpreters => MatterIntake.Interpreters.Select(i => new SelectListItem(words["intake.interpreter." + i], i));

    /// <summary>The ways to answer.</summary>
    public IEnumerable<SelectListItem> ReplyWays => MatterIntake.ReplyWays.Select(w => new SelectListItem(words["intake.reply." + w], w));

    /// <summary>Reads the rulebook before every handler.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await using (var db = database.Read())
        {
            Book = await rules.Read(db);
        }

        await next();
    }

    /// <summary>An empty form: a new contact, or a further matter of the reception named in the address.</summary>
    public void OnGet(Guid? contact, string? channel)
    {
        Input = new IntakeForm
        {
            Key = Guid.NewGuid(),
            Contact = contact ?? Guid.NewGuid(),
            Channel = channel ?? (Actor.Is(Roles.HotlineOperator) ? "hotline" : "window"),
        };
    }

    /// <summary>Looks the caller's open matters up; the look is logged. Script asks for the list alone.</summary>
    public async Task<IActionResult> OnPostCaller()
    {
        ModelState.Forgive();
        OpenMatters = string.IsNullOrWhiteSpace(Input.Phone) ? [] : await caller.OpenMatters(Input.Phone, Input.Contact, Actor);
        if (IsFragment)
        {
            return Partial("_Caller", this);
        }

        await Think();
        return Page();
    }

    /// <summary>Suggests, routes and looks for the same nearby; changes nothing. Script asks for this while typing.</summary>
    public async Task<IActionResult> OnPostThink()
    {
        ModelState.Forgive();
        await Think();
        return IsFragment ? Partial("_Thinking", this) : Page();
    }

    /// <summary>留待: into the daily list.</summary>
    public Task<IActionResult> OnPostLeave() => Receive(new ReceiveMatter(Input.ToMatter(), ReceptionEnd.Leave));

    /// <summary>派单.</summary>
    public Task<IActionResult> OnPostDispatch() => Receive(new ReceiveMatter(Input.ToMatter(), ReceptionEnd.Dispatch)
    {
        Kind = Input.Kind ?? Routed.Kind ?? MatterKind.Promised,
        Unit = Input.Unit ?? Routed.Unit,
    });

    /// <summary>当场答复.</summary>
    public Task<IActionResult> OnPostAnswer() => Receive(new ReceiveMatter(Input.ToMatter(), ReceptionEnd.AnswerNow)
    {
        Outcome = Input.Outcome,
        Words = Input.Answer,
        Destination = Input.Destination,
    });

    /// <summary>并入已有.</summary>
    public Task<IActionResult> OnPostMerge() => Receive(new ReceiveMatter(Input.ToMatter(), ReceptionEnd.Merge)
    {
        Master = MatterNumber.TryParse(Input.Master, out var master) ? master.Value : throw MatterRefusals.CannotMergeInto(),
    });

    /// <summary>不予受理.</summary>
    public Task<IActionResult> OnPostRefuse() => Receive(new ReceiveMatter(Input.ToMatter(), ReceptionEnd.Refuse)
    {
        Reason = Input.Refusal,
        Words = Input.Explanation,
        Second = Input.Second,
    });

    /// <summary>收悉 for an opinion or a suggestion.</summary>
    public Task<IActionResult> OnPostAcknowledge() => Receive(new ReceiveMatter(Input.ToMatter(), ReceptionEnd.Acknowledge) { Words = Input.Answer });

    /// <inheritdoc/>
    public Task Reload() => Think();

    private bool IsFragment => Request.Headers["X-Requested-With"] == "fetch";

    private MatterRoute Routed => CategoryRouting.Find(Input.Category, Input.Place, Book);

    private async Task<IActionResult> Receive(ReceiveMatter input)
    {
        if (!ModelState.IsValid)
        {
            await Think();
            return Wrong();
        }

        var receipt = await reception.Receive(input, Input.Key, Actor);
        return Redirect($"/console/intake/{receipt.Number}");
    }

    private async Task Think()
    {
        var text = Input.Body ?? "";
        Suggested = SuggestCategory.For(text, Book.Lists);
        Emergencies = [.. Book.Lists.Emergencies.Where(e => e.Words.Any(w => text.Contains(w, StringComparison.Ordinal)))];
        Similar = await similar.Near(text, Input.Place, Actor.Unit ?? Guid.Empty);
        Proposed = Input.Category is null && Suggested.Count > 0 ? CategoryRouting.Find(Suggested[0].Category.Code, Input.Place, Book) : Routed;
    }
}
