using System.ComponentModel.DataAnnotations;
using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Deadlines;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Portal;

/// <summary>The public deadline calculator: a day and a rule give a day, explained day by day. Everything stands in the address, so it can be sent on.</summary>
public sealed class CalculatorPage(LianxinDatabase database, Matters.Rules rules, PageWords words) : PageModel
{
    /// <summary>Days that may be counted at most.</summary>
    public const int MostDays = 366;

    private static readonly MatterClock[] Clocks = [MatterClock.Promised, MatterClock.Papers, MatterClock.ReportUp, MatterClock.AfterApproval, MatterClock.Referral, MatterClock.Consultation];

    /// <summary>The rules that may be asked for.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Clocks.Select(c => Conventions.Text(c)), "working", "calendar"];

    /// <summary>The day it starts; that day is not counted.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "portal.calculator.from")]
    public DateOnly? From { get; set; }

    /// <summary>A clock's code, <c>working</c> or <c>calendar</c>.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "portal.calculator.rule")]
    public string? Rule { get; set; }

    /// <summary>Days of an own count.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "portal.calculator.days"), Range(0, MostDays)]
    public int? Days { get; set; }

    /// <summary>The result; null before anything was asked.</summary>
    public DeadlineExplanation? Reckoned { get; private set; }

    /// <summary>The name of the chosen rule.</summary>
    public string RuleName => words["clock." + Rule];

    /// <summary>The rules to choose from, with their usual length.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the form, and the result when something was asked.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        var book = await rules.Read(db);
        Choices =
        [
            .. Clocks.Select(clock => Item(clock, KindClocks.Rule(clock, book.Limits))),
            new SelectListItem(words["clock.working"], "working"),
            new SelectListItem(words["clock.calendar"], "calendar"),
        ];
        if (Request.Query.Count == 0 || Rule is null)
        {
            ModelState.Clear();
            (From, Rule) = (From ?? book.Today, Rule ?? "promised");
            return;
        }

        Reckon(book);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    private void Reckon(Rulebook book)
    {
        if (RuleOf(Rule, Days, book) is not { } rule)
        {
            ModelState.AddModelError(nameof(Rule), words["error.field.value", words["portal.calculator.rule"]]);
        }
        else if (From is null)
        {
            ModelState.TryAddModelError(nameof(From), words["error.field.required", words["portal.calculator.from"]]);
        }
        else if (From is { } day && !Reaches(day))
        {
            ModelState.AddModelError(nameof(From), words["refusal.calendar.out_of_range", WorkingCalendar.First.Year, WorkingCalendar.Last.Year - 3]);
        }
        else if (ModelState.IsValid)
        {
            Reckoned = DeadlineExplanation.Of(DeadlineClock.Start(rule, From.Value, book.Calendar), book.Calendar);
        }
    }

    /// <summary>The rule of that name with its length in force, or an own count of days; null for none.</summary>
    public static DeadlineRule? RuleOf(string? rule, int? days, Rulebook book) => rule switch
    {
        "working" => new DeadlineRule("working", 1, DayUnit.WorkingDays, days ?? 5),
        "calendar" => new DeadlineRule("calendar", 1, DayUnit.CalendarDays, days ?? 30),
        _ => Conventions.TryParse<MatterClock>(rule, out var clock) && Clocks.Contains(clock) ? KindClocks.Rule(clock, book.Limits) : null,
    };

    /// <summary>Whether the calendar reaches far enough from that day.</summary>
    public static bool Reaches(DateOnly from) => WorkingCalendar.Covers(from) && from.Year <= WorkingCalendar.Last.Year - 3;

    private SelectListItem Item(MatterClock clock, DeadlineRule rule) => new(
        words["portal.calculator.choice", words["clock." + Conventions.Text(clock)], words.Count(rule.Unit == DayUnit.WorkingDays ? "portal.calculator.working_days" : "portal.calculator.calendar_days", rule.Days)],
        Conventions.Text(clock));
}
