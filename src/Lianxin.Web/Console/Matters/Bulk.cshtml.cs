using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>One step on many ticked matters: says beforehand what will be passed over and why, afterwards the result of each.</summary>
public sealed class BulkPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterHandling handling, MatterSupervision supervision, MatterBacklog backlog)
    : ConsolePage(current, time)
{
    /// <summary>导出: no step of the life table; everybody with a list may take it along.</summary>
    public const string Export = "export";

    /// <summary>Matters at most: one page of a list.</summary>
    public const int Most = MatterQueues.PageSize;

    private static readonly Step[] Acts = [MatterLifecycle.Accept, MatterLifecycle.Remind, MatterLifecycle.Assign];
    private static readonly Step[] BacklogActs = [MatterLifecycle.TakeUp, MatterLifecycle.Assign];

    /// <summary>The step's key.</summary>
    [BindProperty(SupportsGet = true, Name = "act")]
    public string? Act { get; set; }

    /// <summary>The ticked numbers.</summary>
    [BindProperty(SupportsGet = true, Name = "pick")]
    public IReadOnlyList<string> Pick { get; set; } = [];

    /// <summary>Who is responsible from now on, for 指派; for 签收 oneself without a choice.</summary>
    [BindProperty, Display(Name = "field.officer")]
    public Guid? Officer { get; set; }

    /// <summary>What is urged, for 催办.</summary>
    [BindProperty, Display(Name = "field.remind_words")]
    public string? Note { get; set; }

    /// <summary>The step; null for an export.</summary>
    public Step? Step { get; private set; }

    /// <summary>What the page is called, as a text key.</summary>
    public string TitleKey => "step." + Act;

    /// <summary>What will be, or was, done with each.</summary>
    public IReadOnlyList<BulkItem> Items { get; private set; } = [];

    /// <summary>True after the step was taken.</summary>
    public bool Finished { get; private set; }

    /// <summary>Colleagues who may be named.</summary>
    public IEnumerable<SelectListItem> Officers => Actor.Unit is { } unit
        ? Staff.Of(unit, Today).Where(o => Staff.IsPresent(o.Id, Today)).Select(o => new SelectListItem(Staff.NameOf(o.Id), o.Id.ToString()))
        : [];

    /// <summary>The keys of the steps the actor's roles may take on many at once.</summary>
    public static IEnumerable<string> ActsOf(Actor actor) => [.. Acts.Where(a => a.Roles.Any(actor.Is)).Select(a => a.Key), Export];

    /// <summary>The same for rows of an import's backlog.</summary>
    public static IEnumerable<string> BacklogActsOf(Actor actor) => BacklogActs.Where(a => a.Roles.Any(actor.Is)).Select(a => a.Key);

    /// <summary>Shows what will happen.</summary>
    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>Takes the step on each by itself; one that is refused stops no other.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Load())
        {
            return NotFound();
        }

        if (Step is null)
        {
            var numbers = Items.Where(i => i.Why is null).Select(i => i.Number).ToHashSet();
            await using var db = reading.Open();
            var rows = await MatterQueues.These(db, numbers, await reading.Rules(db), Actor);
            return MatterSheet.File(rows, new MatterNames(await reading.Rules(db), reading.Words), reading.Words, Today);
        }

        if (Step == MatterLifecycle.Assign && Officer is null)
        {
            ModelState.AddModelError(nameof(Officer), reading.Words["error.field.required", reading.Words["field.officer"]]);
            return Wrong();
        }

        var done = new List<BulkItem>();
        foreach (var item in Items)
        {
            done.Add(item.Why is null ? await Take(item) : item);
        }

        (Items, Finished) = (done, true);
        return Page();
    }

    private async Task<BulkItem> Take(BulkItem item)
    {
        try
        {
            var at = new MatterRef(item.Number);
            await (Step == MatterLifecycle.TakeUp ? backlog.TakeUp(at, Actor)
                : Step == MatterLifecycle.Accept ? handling.Accept(at, Officer, Actor)
                : Step == MatterLifecycle.Assign ? handling.Assign(at, Officer!.Value, Actor)
                : supervision.Remind(at, Note, Actor));
            return item;
        }
        catch (RefusedException no)
        {
            return item with { Why = RefusalPageFilter.TextOf(no) };
        }
    }

    private string? WhyNot(MatterSeen seen) =>
        Step is { } step && MatterLifecycle.WhyNot(step, seen.Matter, Actor, seen.Standing) is { } no ? RefusalPageFilter.TextOf(no) : null;

    private async Task<bool> Load()
    {
        Step = Acts.Union(BacklogActs).FirstOrDefault(a => a.Key == Act && a.Roles.Any(Actor.Is));
        if (Step is null && Act != Export)
        {
            return false;
        }

        var numbers = Pick.Take(Most).Select(typed => MatterNumber.TryParse(typed, out var number) ? number.Value : 0).Where(n => n > 0).ToHashSet();
        var found = await reading.FindAll(numbers, Actor);
        Items =
        [
            .. found.Select(seen => new BulkItem(seen.Matter.Number, seen.Title, WhyNot(seen))),
            .. numbers.Except(found.Select(s => s.Matter.Number)).Order().Select(gone => new BulkItem(gone, reading.Words["bulk.gone.title"], reading.Words["bulk.gone"])),
        ];
        return true;
    }
}

/// <summary>One ticked matter; why it is passed over, or null.</summary>
public sealed record BulkItem(long Number, string? Title, string? Why);
