using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>One row of the daily triage list.</summary>
public sealed record TriageRow(
    long Number, string? Title, MatterForm Form, string Channel, string? Category, string? Place, DateTime ReceivedAt, Guid Officer, bool Urgent, int Returns);

/// <summary>The daily triage list of the officer's unit: oldest first, empty at the day's end, each matter confirmed by itself (WQ-38).</summary>
public sealed class TriagePage(CurrentActor current, TimeProvider time, LianxinDatabase database, Rules rules) : ConsolePage(current, time)
{
    private const int Length = 50;

    /// <summary>The last number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long After { get; set; }

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<TriageRow> Rows { get; private set; } = [];

    /// <summary>What the last days left unsorted at 18:00: of the own unit, for the coordinator of all (WQ-38).</summary>
    public IReadOnlyList<TriageRest> Rests { get; private set; } = [];

    /// <summary>What waits in all.</summary>
    public int Total { get; private set; }

    /// <summary>The address of the next page, if there is one.</summary>
    public string? Next { get; private set; }

    /// <summary>The rulebook of today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>The last day to sort what came that day.</summary>
    public DateOnly SortBy(TriageRow row) => Book.Calendar.AddWorkingDays(ShanghaiTime.DayOf(row.ReceivedAt), Book.Limit("triage")).On;

    /// <summary>What waits in a unit's list, oldest first.</summary>
    internal static IQueryable<Matter> Waiting(LianxinDb db, Actor actor, Rulebook rules) => db.Matters.Where(MatterShield.OpenTo(actor, rules))
        .Where(m => m.Unit == actor.Unit && m.State == MatterState.Registered && !m.Backlog && m.Master == null && !m.Paused)
        .OrderBy(m => m.ReceivedAt).ThenBy(m => m.Number);

    /// <summary>Shows the list.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        Book = await rules.Read(db);
        var unit = Actor.Unit ?? Guid.Empty;
        var (week, everywhere) = (Today.AddDays(-7), Actor.Is(Lianxin.People.Roles.Coordinator));
        Rests = await db.TriageRests.Where(r => r.OnDay >= week && (everywhere || r.Unit == unit)).OrderByDescending(r => r.OnDay).ThenBy(r => r.Unit).Take(Length).ToListAsync();
        var waiting = Waiting(db, Actor, Book);
        Total = await waiting.CountAsync();
        var rows = await (
            from matter in waiting.Where(m => m.Number > After).Take(Length + 1)
            join title in db.Wordings on new { Seq = matter.TitleSeq, Path = "title" } equals new { title.Seq, title.Path } into titles
            from title in titles.DefaultIfEmpty()
            orderby matter.ReceivedAt, matter.Number
            select new TriageRow(
                matter.Number, title.Value, matter.Form, matter.Channel, matter.Category, matter.Place, matter.TakenUpAt ?? matter.ReceivedAt, matter.Officer, matter.Urgent, matter.Returns))
            .ToListAsync();
        Rows = [.. rows.Take(Length)];
        Next = rows.Count > Length ? $"/console/triage?after={Rows[^1].Number}" : null;
    }
}
