using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>One card of the board.</summary>
public sealed record BoardCard(long Number, string? Title, MatterState State, Guid Unit, Guid Officer, DateOnly? DueOn, DateOnly? CheckDueOn, int Returns, DateTime LastAt);

/// <summary>A column: its key, its cards, and how many there are in all.</summary>
public sealed record BoardColumn(string Key, IReadOnlyList<BoardCard> Cards, int Total);

/// <summary>督办台: due today, overdue by 1–3 and more working days, checks of 没解决, and what is stuck; 催办 and 督办单 on each.</summary>
public sealed class BoardPage(CurrentActor current, TimeProvider time, LianxinDatabase database, Rules rules, MatterSupervision supervision)
    : ConsolePage(current, time), IReload
{
    private const int Shown = 20;

    /// <summary>Only this unit and those below it.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "desk.unit")]
    public Guid? Unit { get; set; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<BoardColumn> Columns { get; private set; } = [];

    /// <summary>What lies below the columns: called-in units past their day (ED-39), what cannot go on (WQ-32), what is stuck, papers not asked for at once (INV-09).</summary>
    public IReadOnlyList<BoardColumn> Below { get; private set; } = [];

    /// <summary>The rulebook of today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>True when the actor may remind about it.</summary>
    public bool MayRemind(BoardCard card) => May(MatterLifecycle.Remind, card.State);

    /// <summary>True when the actor may order it.</summary>
    public bool MayOrder(BoardCard card) => May(MatterLifecycle.Order, card.State);

    /// <summary>Working days over, or left, of the card's own day.</summary>
    public int Left(DateOnly day) => day < Today ? -Book.Calendar.WorkingDaysBetween(day, Today) : Book.Calendar.WorkingDaysBetween(Today, day);

    /// <summary>Shows the board.</summary>
    public Task OnGet() => Reload();

    /// <summary>催办.</summary>
    public async Task<IActionResult> OnPostRemind(long number)
    {
        await supervision.Remind(new MatterRef(number), null, Actor);
        return Back("reminded");
    }

    /// <summary>督办单.</summary>
    public async Task<IActionResult> OnPostOrder(long number, string? words, int? days)
    {
        await supervision.Order(new MatterRef(number), words ?? "", days ?? 1, Actor);
        return Back("ordered");
    }

    /// <inheritdoc/>
    public async Task Reload()
    {
        await using var db = database.Read();
        Book = await rules.Read(db);
        var seen = Seen(db);
        var third = Back(3);
        Columns =
        [
            await Column(db, "today", seen.Where(m => m.DueOn == Today && !m.Paused)),
            await Column(db, "late", seen.Where(m => m.DueOn < Today && m.DueOn >= third && !m.Paused)),
            await Column(db, "very_late", seen.Where(m => m.DueOn < third && !m.Paused)),
            await Column(db, "check", Mine(db.Matters.Where(m => m.CheckDueOn != null && m.State != MatterState.Closed)).OrderBy(m => m.CheckDueOn).ThenBy(m => m.Number)),
        ];
        var quiet = ShanghaiTime.EndOfDay(Book.PassedSince(3));
        Below =
        [
            await Column(db, "helper_late", LateHelp(db).OrderBy(m => m.DueOn).ThenBy(m => m.Number)),
            await Column(db, "blocked", Blocked(db).OrderBy(m => m.DueOn).ThenBy(m => m.Number)),
            await Column(db, "stuck", seen.Where(m => !m.Paused && (m.Returns >= 2 || m.LastAt < quiet)).OrderBy(m => m.LastAt)),
            await Column(db, "faults", Mine(db.Matters.Where(m => m.Faults > 0 && m.State != MatterState.Closed)).OrderBy(m => m.Number)),
        ];
    }

    private IQueryable<Matter> LateHelp(LianxinDb db)
    {
        var late = db.CoHandlers.Where(h => h.AnsweredAt == null && h.DueOn < Today).Select(h => h.Matter);
        return Mine(db.Matters.Where(m => late.Contains(m.Number) && m.State == MatterState.Handling));
    }

    private IQueryable<Matter> Blocked(LianxinDb db)
    {
        var standing = db.Blocks.Where(b => b.EndedAt == null).Select(b => b.Matter);
        return Mine(db.Matters.Where(m => standing.Contains(m.Number) && m.Block != null));
    }

    // The first day that is at most that many working days over.
    private DateOnly Back(int days)
    {
        var day = Today;
        while (Book.Calendar.WorkingDaysBetween(day.AddDays(-1), Today) <= days)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private IQueryable<Matter> Seen(LianxinDb db) =>
        Mine(db.Matters.Where(m => !(m.State == MatterState.Answered || m.State == MatterState.Closed) && m.Master == null && !m.Backlog))
            .OrderBy(m => m.DueOn).ThenBy(m => m.Number);

    private IQueryable<Matter> Mine(IQueryable<Matter> matters)
    {
        matters = matters.Where(MatterVisibility.SeenBy(Actor, Book));
        if (Unit is not { } unit)
        {
            return matters;
        }

        var below = Book.Units.Units(Today).Where(u => Book.Units.IsWithin(u.Id, unit, Today)).Select(u => u.Id).ToList();
        return matters.Where(m => below.Contains(m.Unit));
    }

    private static async Task<BoardColumn> Column(LianxinDb db, string key, IQueryable<Matter> matters)
    {
        var numbers = await matters.Select(m => m.Number).Take(Shown).ToListAsync();
        var total = numbers.Count < Shown ? numbers.Count : await matters.CountAsync();
        var cards = await (
            from matter in db.Matters.Where(m => numbers.Contains(m.Number))
            join title in db.Wordings on new { Seq = matter.TitleSeq, Path = "title" } equals new { title.Seq, title.Path } into titles
            from title in titles.DefaultIfEmpty()
            select new BoardCard(matter.Number, title.Value, matter.State, matter.Unit, matter.Officer, matter.DueOn, matter.CheckDueOn, matter.Returns, matter.LastAt))
            .ToListAsync();
        return new BoardColumn(key, [.. cards.OrderBy(c => numbers.IndexOf(c.Number))], total);
    }

    private bool May(Step step, MatterState state) => step.Roles.Any(Actor.Is) && step.From.Contains(state);

    private RedirectResult Back(string done) => Redirect(Unit is { } unit ? $"/console/board?done={done}&unit={unit}" : $"/console/board?done={done}");
}
