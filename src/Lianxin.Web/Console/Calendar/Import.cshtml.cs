using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>Records a year's notice: its faults by field, a preview of the limits it moves, then the record; the limits follow by themselves.</summary>
public sealed class CalendarImportPage(
    CurrentActor current, TimeProvider time, PageWords words, LianxinDatabase database, Rules rules, SettingDesk desk) : ConsolePage(current, time)
{
    private const int Listed = 50;

    /// <summary>The notice as JSON.</summary>
    [BindProperty, Required, Display(Name = "calendar.json")]
    public string? Json { get; set; }

    /// <summary>What it says, when it can be read.</summary>
    public CalendarYear? Year { get; private set; }

    /// <summary>The first limits it would move.</summary>
    public IReadOnlyList<MovedLimit> Moved { get; private set; } = [];

    /// <summary>How many it would move in all.</summary>
    public int MovedCount { get; private set; }

    /// <summary>An empty form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Says what it would do, and does nothing.</summary>
    public async Task<IActionResult> OnPostPreview() => await Reads() ? Page() : Wrong();

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostRecord()
    {
        if (!await Reads())
        {
            return Wrong();
        }

        var code = Year!.Year.ToString(CultureInfo.InvariantCulture);
        await desk.Set(new ProfileListRow(SettingPicture.CalendarList, code, Json!), Today, null, Actor);
        return Go("/console/calendar", "recorded");
    }

    private async Task<bool> Reads()
    {
        if (!ModelState.IsValid)
        {
            return false;
        }

        var reading = CalendarYearReader.Read(Json!);
        foreach (var fault in reading.Faults)
        {
            ModelState.AddModelError(nameof(Json), words[fault.Key, fault.Field, fault.Value]);
        }

        Year = reading.Year;
        if (Year is null)
        {
            return false;
        }

        await using var db = database.Read();
        var book = await rules.Read(db);
        await foreach (var chunk in WatchCalendar.Moved(db, book, book.Calendar.With(Year, book.Calendar.Version + 1)))
        {
            MovedCount += chunk.Count;
            Moved = [.. Moved, .. chunk.Take(Listed - Moved.Count)];
        }

        return true;
    }
}
