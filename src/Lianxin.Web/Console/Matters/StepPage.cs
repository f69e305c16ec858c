using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The page of one step of the life table: what the person said, the step's own form, and, when it was stale, what changed meanwhile.</summary>
public abstract class StepPage(CurrentActor current, TimeProvider time, MatterReading reading, Step step) : MatterPage(current, time, reading)
{
    /// <summary>The step.</summary>
    public Step Step => step;

    /// <summary>What stands on the button, as a text key.</summary>
    public virtual string ButtonKey => "step." + step.Key;

    /// <summary>The sentence that says what will happen, as a text key.</summary>
    public virtual string LeadKey => "step_lead." + step.Key;

    /// <summary>The key of the button, for tests and the interface.</summary>
    public virtual string ActionKey => step.Key;

    /// <summary>Why the step is not open now, in words; null when it is.</summary>
    public string? Closed { get; private set; }

    /// <summary>What the person said.</summary>
    public string? Body { get; private set; }

    /// <summary>The thread.</summary>
    public IReadOnlyList<TimelineItem> Thread { get; private set; } = [];

    /// <summary>The last entry the form was shown; what came later is new to its writer.</summary>
    public int Shown { get; private set; }

    /// <summary>What happened since the form was shown.</summary>
    public IEnumerable<TimelineItem> Since => Thread.Where(i => i.Cn > Shown);

    /// <summary>Shows the form; a step that is not open says why, with 409.</summary>
    public virtual IActionResult OnGet()
    {
        Response.StatusCode = Closed is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <inheritdoc/>
    protected override async Task Prepare()
    {
        await using var db = Reading.Open();
        Thread = await Reading.Thread(db, Rules, Matter.Number);
        Body = Thread.SelectMany(i => i.Words).FirstOrDefault(w => w.Path == "body")?.Text;
        Shown = Posted("seen") ?? (Thread.Count == 0 ? 0 : Thread[^1].Cn);
        if (HttpMethods.IsGet(Request.Method) && MatterLifecycle.WhyNot(step, Matter, Actor, Standing) is { } no)
        {
            Closed = RefusalPageFilter.TextOf(no);
        }

        await Choose(db);
    }

    /// <summary>Loads the choices of the form.</summary>
    protected virtual Task Choose(LianxinDb db) => Task.CompletedTask;

    /// <summary>The step is done.</summary>
    protected Task<IActionResult> Finished() => Finished(step.Key);

    /// <summary>Units that exist today, but one.</summary>
    protected IEnumerable<SelectListItem> UnitsBut(Guid? but) => UnitChoices.Units(Tree, Today, but);

    /// <summary>The officers of a unit who are here today.</summary>
    protected IEnumerable<SelectListItem> OfficersOf(Guid unit, Guid? but = null) =>
        Staff.Of(unit, Today).Where(o => o.Id != but && Staff.IsPresent(o.Id, Today)).Select(o => new SelectListItem(OfficerLine(o.Id), o.Id.ToString()));

    /// <summary>An officer with the title.</summary>
    protected string OfficerLine(Guid officer) =>
        Staff.TitleOf(officer) is { Length: > 0 } title ? $"{Staff.NameOf(officer)} · {title}" : Staff.NameOf(officer);

    /// <summary>Codes as choices, each by the text under that start.</summary>
    protected IEnumerable<SelectListItem> Coded(string start, params IEnumerable<string> codes) =>
        codes.Select(code => new SelectListItem(Texts[start + code], code));
}
