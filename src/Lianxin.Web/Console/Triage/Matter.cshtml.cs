using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using MatterRoute = Lianxin.Matters.Route;

namespace Lianxin.Web.Console;

/// <summary>One matter of the triage list beside its form: proposals with their reasons, the day that would be told, and the ends of triage.</summary>
public sealed class TriageMatterPage(
    CurrentActor current, TimeProvider time, LianxinDatabase database, Rules rules, MatterTriage triage, MatterAnswers answers, MatterFeedback feedback, SimilarMatters similar)
    : ConsolePage(current, time), IReload
{
    /// <summary>The matter's number.</summary>
    [BindProperty(SupportsGet = true)]
    public long Number { get; set; }

    /// <summary>What triage decides.</summary>
    [BindProperty]
    public TriageForm Input { get; set; } = new();

    /// <summary>The matter.</summary>
    public Matter Matter { get; private set; } = null!;

    /// <summary>Its title and what the person said; null once erased.</summary>
    public (string? Title, string? Body) Said { get; private set; }

    /// <summary>The rulebook of today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>Categories that its words speak for.</summary>
    public IReadOnlyList<CategorySuggestion> Suggested { get; private set; } = [];

    /// <summary>Where the lists would send it, and why.</summary>
    public MatterRoute Proposed { get; private set; } = null!;

    /// <summary>Running matters nearby that may be the same.</summary>
    public IReadOnlyList<SimilarMatter> Similar { get; private set; } = [];

    private int? ToldDays { get; set; }

    private MatterRef At => new(Number, Input.Version);

    private ClassifyMatter Classified => new(
        Input.Kind ?? MatterKind.Promised, Input.Category, Input.Place, Input.Urgent, Input.Form == Matter.Form ? null : Input.Form, Input.Days, Input.Reason);

    /// <summary>The day that would be told with that kind; null where none is.</summary>
    public DateOnly? DueBy(MatterKind kind) => MatterTriage.DueBy(Matter, ToldDays, Classified with { Kind = kind }, Book);

    /// <summary>Loads the matter, or answers as if it were not there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await Load())
        {
            context.Result = NotFound();
            return;
        }

        if (Matter.State != MatterState.Registered || Matter.Unit != Actor.Unit || Matter.Master is not null)
        {
            context.Result = Go("/console/triage", "gone");
            return;
        }

        await next();
    }

    /// <summary>Shows it with what the lists propose.</summary>
    public async Task OnGet()
    {
        Input = new TriageForm
        {
            Version = Matter.Version,
            Form = Matter.Form,
            Category = Matter.Category ?? (Suggested.Count > 0 ? Suggested[0].Category.Code : null),
            Place = Matter.Place,
            Urgent = Matter.Urgent,
        };
        Input = Input with { Kind = Matter.Kind };
        Propose();
        await Resemble();
    }

    /// <summary>Asks the lists again for the category and place that were chosen; changes nothing.</summary>
    public async Task<IActionResult> OnPostPropose()
    {
        ModelState.Forgive("Input.Kind", "Input.Unit");
        Input = Input with { Kind = null, Unit = null };
        Propose();
        await Resemble();
        return Page();
    }

    /// <summary>派单.</summary>
    public Task<IActionResult> OnPostDispatch() => Act(
        () => triage.ClassifyAndDispatch(At, Classified, Input.Unit ?? throw MatterRefusals.NoSuchUnit(), Input.Note, Actor), "dispatched");

    /// <summary>本单位办.</summary>
    public Task<IActionResult> OnPostKeep() => Act(() => triage.ClassifyAndKeep(At, Classified, Actor), "kept");

    /// <summary>当场答复.</summary>
    public Task<IActionResult> OnPostAnswer() => Act(
        () => answers.AnswerNow(
            At, new AnswerMatter(Input.Outcome ?? throw MatterRefusals.NotAnOutcome(), Input.Answer ?? "", Input.Destination), Input.Category, Actor),
        "answered");

    /// <summary>不予受理.</summary>
    public Task<IActionResult> OnPostRefuse() => Act(
        () => answers.Refuse(At, Input.Refusal ?? "", Input.Explanation ?? "", Input.Second ?? throw MatterRefusals.SecondPersonNeeded(), Actor), "refused");

    /// <summary>并入.</summary>
    public Task<IActionResult> OnPostMerge() => Act(
        () => feedback.Merge(At, MatterNumber.TryParse(Input.Master, out var master) ? master.Value : throw MatterRefusals.CannotMergeInto(), Actor), "merged");

    /// <summary>收悉.</summary>
    public Task<IActionResult> OnPostAcknowledge() => Act(() => triage.Acknowledge(At, Input.Acknowledgement, Actor), "acknowledged");

    /// <inheritdoc/>
    public async Task Reload()
    {
        await Load();
        Propose();
        await Resemble();
    }

    private async Task<IActionResult> Act(Func<Task> operation, string done)
    {
        if (!ModelState.IsValid)
        {
            Propose();
            await Resemble();
            return Wrong();
        }

        await operation();
        await using var db = database.Read();
        var next = await TriagePage.Waiting(db, Actor, Book).Select(m => (long?)m.Number).FirstOrDefaultAsync();
        return Go(next is { } number ? $"/console/triage/{number}" : "/console/triage", done);
    }

    private async Task<bool> Load()
    {
        await using var db = database.Read();
        Book = await rules.Read(db);
        if (await db.Matters.SingleOrDefaultAsync(m => m.Number == Number) is not { } matter
            || !MatterVisibility.MaySee(matter, Actor, MatterVisibility.StandingOf(matter, Actor), Book))
        {
            return false;
        }

        Matter = matter;
        var words = await db.Wordings.Where(w => (w.Seq == matter.TitleSeq && w.Path == "title") || (w.Seq == matter.BodySeq && w.Path == "body"))
            .ToDictionaryAsync(w => w.Path, w => w.Value);
        Said = (words.GetValueOrDefault("title"), words.GetValueOrDefault("body"));
        Suggested = SuggestCategory.For($"{Said.Title}\n{Said.Body}", Book.Lists);
        ToldDays = matter.Deadline is { } limit ? await db.Deadlines.Where(d => d.Id == limit).Select(d => (int?)d.Days).SingleAsync() : null;
        return true;
    }

    private void Propose()
    {
        Proposed = CategoryRouting.Find(Input.Category, Input.Place, Book);
        Input = Input with { Kind = Input.Kind ?? Proposed.Kind ?? MatterKind.Promised, Unit = Input.Unit ?? Proposed.Unit ?? Matter.Unit };
    }

    private async Task Resemble() => Similar = await similar.Near($"{Said.Title}\n{Said.Body}", Matter.Place, Matter.Unit, Number);
}

/// <summary>The triage form. All its buttons send the same fields.</summary>
public sealed record TriageForm
{
    /// <summary>The version that was shown.</summary>
    public int Version { get; init; }

    /// <summary>Demand, opinion, suggestion or consultation.</summary>
    [Display(Name = "desk.form")]
    public MatterForm Form { get; init; }

    /// <summary>Category code.</summary>
    [Display(Name = "desk.category")]
    public string? Category { get; init; }

    /// <summary>Place code.</summary>
    [Display(Name = "desk.place")]
    public string? Place { get; init; }

    /// <summary>急难愁.</summary>
    [Display(Name = "desk.urgent")]
    public bool Urgent { get; init; }

    /// <summary>One of the five kinds.</summary>
    [Display(Name = "desk.kind")]
    public MatterKind? Kind { get; init; }

    /// <summary>A length of its own, working days.</summary>
    [Display(Name = "desk.days"), Range(1, 60)]
    public int? Days { get; init; }

    /// <summary>Why the length differs.</summary>
    [Display(Name = "desk.days_reason")]
    public string? Reason { get; init; }

    /// <summary>To whom.</summary>
    [Display(Name = "desk.unit")]
    public Guid? Unit { get; init; }

    /// <summary>A word to the unit.</summary>
    [Display(Name = "desk.note")]
    public string? Note { get; init; }

    /// <summary>The outcome of an answer on the spot.</summary>
    [Display(Name = "desk.outcome")]
    public MatterOutcome? Outcome { get; init; }

    /// <summary>The answer on the spot.</summary>
    [Display(Name = "desk.answer")]
    public string? Answer { get; init; }

    /// <summary>Where to go instead.</summary>
    [Display(Name = "desk.destination")]
    public string? Destination { get; init; }

    /// <summary>The reason of a refusal.</summary>
    [Display(Name = "desk.refusal")]
    public string? Refusal { get; init; }

    /// <summary>What is explained with a refusal.</summary>
    [Display(Name = "desk.explanation")]
    public string? Explanation { get; init; }

    /// <summary>Who agreed to a refusal.</summary>
    [Display(Name = "desk.second")]
    public Guid? Second { get; init; }

    /// <summary>The number it is merged into.</summary>
    [Display(Name = "desk.master")]
    public string? Master { get; init; }

    /// <summary>A word of thanks for an opinion.</summary>
    [Display(Name = "desk.acknowledgement")]
    public string? Acknowledgement { get; init; }
}
