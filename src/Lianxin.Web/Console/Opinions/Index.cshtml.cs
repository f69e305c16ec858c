using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>社情民意: what people think and suggest, month by month; it has no limit and stands in no overdue count (ED-05).</summary>
public sealed class OpinionsPage(CurrentActor current, TimeProvider time, MatterReading reading) : ConsolePage(current, time)
{
    private const int MonthsBack = 24;

    /// <summary>The month as 2026-08; this month without one.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "figures.month")]
    public string? Month { get; set; }

    /// <summary>The first day of the month shown.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The rows by root category, in the order of the tree.</summary>
    public IReadOnlyList<IGrouping<string?, DigestRow>> Groups { get; private set; } = [];

    /// <summary>The page after, or null.</summary>
    public string? Next { get; private set; }

    /// <summary>Names of units, places and categories.</summary>
    public MatterNames Names { get; private set; } = null!;

    /// <summary>The months to choose from, newest first.</summary>
    public IEnumerable<SelectListItem> Months => Enumerable.Range(0, MonthsBack)
        .Select(back => Today.AddDays(1 - Today.Day).AddMonths(-back))
        .Select(first => new SelectListItem(Code(first), Code(first)));

    /// <summary>Shows a page of the month.</summary>
    public async Task OnGet()
    {
        First = DateOnly.TryParseExact(Month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : Today.AddDays(1 - Today.Day);
        Month = Code(First);
        var after = MatterNumber.TryParse(Request.Query["after"], out var number) ? number.Value : 0;
        await using var db = reading.Open();
        var rules = await reading.Rules(db);
        Names = new MatterNames(rules, reading.Words);
        var rows = await OpinionDigest.Of(db, First, after, Actor, rules);
        Next = rows.Count > OpinionDigest.PageSize ? $"/console/opinions?Month={Month}&after={new MatterNumber(rows[OpinionDigest.PageSize - 1].Number).Digits}" : null;
        var roots = rules.Lists.Roots.Select(r => (string?)r.Code).ToList();
        Groups = [.. rows.Take(OpinionDigest.PageSize).GroupBy(r => RootOf(rules, r.Category)).OrderBy(g => g.Key is null ? int.MaxValue : roots.IndexOf(g.Key))];
    }

    private static string? RootOf(Rulebook rules, string? category)
    {
        while (category is not null && rules.Lists.Categories.FirstOrDefault(c => c.Code == category) is { Parent: { } parent })
        {
            category = parent;
        }

        return category;
    }

    private static string Code(DateOnly first) => first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
