using System.Collections.Frozen;

namespace Lianxin.Calendar;

/// <summary>
/// Working days by the State Council's notices, make-up days included, with a place's own days off. Immutable; a day of a year without
/// notice is never silently plain: it and every result reaching it are provisional (catalogue §17).
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The first day the calendar can speak of.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>The last day the calendar can speak of.</summary>
    public static readonly DateOnly Last = new(2099, 12, 31);

    // Lazy: the check of the shipped years reads First and Last while they are made.
    private static readonly Lazy<WorkingCalendar> FromRelease = new(() => new WorkingCalendar(1, ShippedYears.All));

    private readonly FrozenDictionary<int, CalendarYear> _years;
    private readonly FrozenDictionary<DateOnly, Holiday> _off;
    private readonly FrozenSet<DateOnly> _makeUp;
    private readonly FrozenDictionary<DateOnly, string> _local;

    // _worked[i] is the number of working days before the i-th day after First.
    private readonly int[] _worked;

    /// <summary>A calendar from its published years and a place's own days. The version names it on every deadline it computes.</summary>
    public WorkingCalendar(int version, IEnumerable<CalendarYear> years, IEnumerable<LocalDay>? localDays = null)
    {
        Version = version;
        _years = years.ToFrozenDictionary(year => year.Year);
        _off = OffDays(_years).ToFrozenDictionary();
        _makeUp = _years.Values.SelectMany(year => year.WorkingDays).ToFrozenSet();
        _local = (localDays ?? []).ToFrozenDictionary(day => day.On, day => day.Code);
        _worked = new int[Last.DayNumber - First.DayNumber + 2];
        for (var i = 1; i < _worked.Length; i++)
        {
            _worked[i] = _worked[i - 1] + (Day(First.AddDays(i - 1)).Works ? 1 : 0);
        }
    }

    /// <summary>The calendar of the notices that came with this release.</summary>
    public static WorkingCalendar Shipped => FromRelease.Value;

    /// <summary>Which state of the calendar this is; rises with each imported notice.</summary>
    public int Version { get; }

    /// <summary>The published years, in order.</summary>
    public IEnumerable<CalendarYear> Years => _years.Values.OrderBy(year => year.Year);

    /// <summary>The place's own days off, in order.</summary>
    public IEnumerable<LocalDay> LocalDays => _local.Select(pair => new LocalDay(pair.Key, pair.Value)).OrderBy(day => day.On);

    /// <summary>This calendar with a year's notice added, or put in place of the former.</summary>
    public WorkingCalendar With(CalendarYear year, int version) =>
        new(version, [.. _years.Values.Where(other => other.Year != year.Year), year], LocalDays);

    /// <summary>This calendar for a place with days off of its own.</summary>
    public WorkingCalendar For(IEnumerable<LocalDay> localDays) => new(Version, _years.Values, localDays);

    /// <summary>Whether the calendar can speak of the day.</summary>
    public static bool Covers(DateOnly day) => day >= First && day <= Last;

    /// <summary>Whether the year's notice is known.</summary>
    public YearStatus StatusOf(int year) => _years.ContainsKey(year) ? YearStatus.Published : YearStatus.Provisional;

    /// <summary>What the day is, and why.</summary>
    public CalendarDay Day(DateOnly on)
    {
        var provisional = StatusOf(on.Year) == YearStatus.Provisional;
        if (_local.TryGetValue(on, out var code))
        {
            return new CalendarDay(on, DayStatus.Local, null, code, provisional);
        }

        if (_makeUp.Contains(on))
        {
            return new CalendarDay(on, DayStatus.MakeUp, null, null, provisional);
        }

        if (_off.TryGetValue(on, out var holiday))
        {
            return new CalendarDay(on, DayStatus.Holiday, holiday, null, provisional);
        }

        var rests = on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return new CalendarDay(on, rests ? DayStatus.Weekend : DayStatus.Weekday, null, null, provisional);
    }

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(DateOnly on) => _worked[IndexOf(on) + 1] > _worked[IndexOf(on)];

    /// <summary>Working days after the first day up to and including the second; below zero when the second lies before the first.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly until) => _worked[IndexOf(until) + 1] - _worked[IndexOf(from) + 1];

    /// <summary>The n-th working day after the start; the start itself is not counted, and is the answer for none.</summary>
    public Reckoning AddWorkingDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days > WorkingDaysBetween(start, Last))
        {
            throw CalendarRefusals.OutOfRange();
        }

        var on = start;
        for (var left = days; left > 0; left -= IsWorkingDay(on) ? 1 : 0)
        {
            on = on.AddDays(1);
        }

        return new Reckoning(start, on, IsProvisional(start, on));
    }

    /// <summary>The n-th calendar day after the start, with its internal target and the day it may roll to (信访工作条例; 民法典 art. 203).</summary>
    public CalendarLimit AddCalendarDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days > Last.DayNumber - First.DayNumber - IndexOf(start))
        {
            throw CalendarRefusals.OutOfRange();
        }

        var legal = start.AddDays(days);
        var (target, rolled) = (OnOrBefore(legal), OnOrAfter(legal));
        return new CalendarLimit(start, legal, target, rolled, IsProvisional(target.AddDays(-1), rolled));
    }

    /// <summary>The first working day after the day.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => OnOrAfter(First.AddDays(IndexOf(day) + 1));

    /// <summary>The last working day before the day.</summary>
    public DateOnly PreviousWorkingDay(DateOnly day) => OnOrBefore(First.AddDays(IndexOf(day) - 1));

    /// <summary>The day itself when people work on it, otherwise the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day itself when people work on it, otherwise the working day before.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>Whether a day after the first, up to and including the second, lies in a year without notice.</summary>
    public bool IsProvisional(DateOnly from, DateOnly until)
    {
        for (var year = from.AddDays(1).Year; until > from && year <= until.Year; year++)
        {
            if (StatusOf(year) == YearStatus.Provisional)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each day after the first, up to and including the second, counted or skipped, with why.</summary>
    public Explanation Explain(DateOnly from, DateOnly until)
    {
        var days = Enumerable.Range(IndexOf(from) + 1, Math.Max(0, IndexOf(until) - IndexOf(from))).Select(index => Day(First.AddDays(index))).ToList();
        return new Explanation(from, until, [.. days.Where(day => day.Works)], [.. days.Where(day => !day.Works)]);
    }

    private static int IndexOf(DateOnly day) => Covers(day) ? day.DayNumber - First.DayNumber : throw CalendarRefusals.OutOfRange();

    private static IEnumerable<KeyValuePair<DateOnly, Holiday>> OffDays(FrozenDictionary<int, CalendarYear> years)
    {
        var unpublished = Enumerable.Range(First.Year, Last.Year - First.Year + 1).Where(year => !years.ContainsKey(year));
        return unpublished.SelectMany(StatutoryHolidays.Of)
            .Concat(years.Values.SelectMany(year => year.Off))
            .SelectMany(range => Enumerable.Range(range.From.DayNumber, range.To.DayNumber - range.From.DayNumber + 1)
                .Select(number => KeyValuePair.Create(DateOnly.FromDayNumber(number), range.Holiday)))
            .DistinctBy(pair => pair.Key);
    }
}
