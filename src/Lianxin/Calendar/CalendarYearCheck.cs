using System.Globalization;

namespace Lianxin.Calendar;

/// <summary>What a year's notice must keep to before deadlines may rest on it: days in their year, no overlaps, make-up days on weekends, every statutory day off.</summary>
public static class CalendarYearCheck
{
    /// <summary>Everything wrong with the year, by field.</summary>
    public static IEnumerable<NoticeFault> Faults(CalendarYear year)
    {
        if (year.Year < WorkingCalendar.First.Year || year.Year > WorkingCalendar.Last.Year)
        {
            return [new NoticeFault("year", "not_a_year", year.Year.ToString(CultureInfo.InvariantCulture))];
        }

        return Empty(year).Concat(Ranges(year)).Concat(WorkingDays(year)).Concat(Statutory(year));
    }

    private static IEnumerable<NoticeFault> Empty(CalendarYear year)
    {
        if (year.Notices.Count == 0)
        {
            yield return new NoticeFault("notices", "empty");
        }

        if (year.Off.Count == 0)
        {
            yield return new NoticeFault("off", "empty");
        }
    }

    private static IEnumerable<NoticeFault> Ranges(CalendarYear year)
    {
        for (var i = 0; i < year.Off.Count; i++)
        {
            var range = year.Off[i];
            if (Outside(year, range.From))
            {
                yield return new NoticeFault($"off[{i}].from", "outside_year", Iso(range.From));
            }

            if (Outside(year, range.To))
            {
                yield return new NoticeFault($"off[{i}].to", "outside_year", Iso(range.To));
            }

            if (range.To < range.From)
            {
                yield return new NoticeFault($"off[{i}].to", "before_from", Iso(range.To));
            }
            else if (year.Off.Take(i).Any(other => other.From <= range.To && range.From <= other.To))
            {
                yield return new NoticeFault($"off[{i}]", "overlaps", Iso(range.From));
            }
        }
    }

    private static IEnumerable<NoticeFault> WorkingDays(CalendarYear year)
    {
        for (var i = 0; i < year.WorkingDays.Count; i++)
        {
            var day = year.WorkingDays[i];
            var code = Outside(year, day) ? "outside_year"
                : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? "not_a_weekend"
                : IsOff(year, day) ? "is_off"
                : year.WorkingDays.Take(i).Contains(day) ? "twice"
                : null;
            if (code is not null)
            {
                yield return new NoticeFault($"workingDays[{i}]", code, Iso(day));
            }
        }
    }

    private static IEnumerable<NoticeFault> Statutory(CalendarYear year) => StatutoryHolidays.Of(year.Year)
        .SelectMany(range => Enumerable.Range(range.From.DayNumber, range.To.DayNumber - range.From.DayNumber + 1))
        .Select(DateOnly.FromDayNumber)
        .Where(day => !IsOff(year, day))
        .Select(day => new NoticeFault("off", "statutory_missing", Iso(day)));

    private static bool IsOff(CalendarYear year, DateOnly day) => year.Off.Any(range => range.From <= day && day <= range.To);

    // The notice for 2019 gave 2018-12-31 off for a worked 2018-12-29.
    private static bool Outside(CalendarYear year, DateOnly day) => day < new DateOnly(year.Year - 1, 12, 1) || day > new DateOnly(year.Year, 12, 31);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
