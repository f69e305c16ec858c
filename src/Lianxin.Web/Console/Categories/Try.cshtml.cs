using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Profiles;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>A dry run: how the last matters would have been routed with another lead for a category. It changes nothing.</summary>
public sealed class CategoryTrialPage(CurrentActor current, TimeProvider time, PageWords words, LianxinDatabase database, Rules rules) : ConsolePage(current, time)
{
    private const int Most = 5000;

    /// <summary>The category to try another lead for; none tries the rules in force.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "desk.category")]
    public string? Category { get; set; }

    /// <summary>The lead to try.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "categories.lead")]
    public string? Lead { get; set; }

    /// <summary>How many past matters.</summary>
    [BindProperty(SupportsGet = true), Range(1, Most), Display(Name = "categories.past")]
    public int Past { get; set; } = 500;

    /// <summary>The rulebook of today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>The counts per unit; null before a run.</summary>
    public IReadOnlyList<TrialRow>? Rows { get; private set; }

    /// <summary>How many matters were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>The leads there are.</summary>
    public IEnumerable<SelectListItem> Leads => SettingShape.Choices("categories", "lead.any", Book.Lists)
        .Select(l => new SelectListItem(RouteWords.Lead(l, Book.Lists, words.Culture.Name), l));

    /// <summary>Runs when something was asked.</summary>
    public async Task<IActionResult> OnGet()
    {
        await using var db = database.Read();
        Book = await rules.Read(db);
        if (!Request.QueryString.HasValue)
        {
            return Page();
        }

        var lead = Lead is null ? null : LeadTarget.Parse(Lead);
        if (Lead is not null && Leads.All(l => l.Value != Lead))
        {
            ModelState.AddModelError(nameof(Lead), words["error.field.value", words["categories.lead"]]);
        }

        if (!ModelState.IsValid)
        {
            return Wrong();
        }

        var past = await db.Matters.Where(m => !m.Backlog).OrderByDescending(m => m.Number).Take(Past)
            .Select(m => new RoutedMatter(m.Category, m.Place, m.Unit)).ToListAsync();
        Looked = past.Count;
        Rows = RoutingTrial.Run(past, Book, Category is not null && lead is not null ? RoutingTrial.With(Book, Category, lead) : Book);
        return Page();
    }
}
