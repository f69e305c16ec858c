using Lianxin.Database;

namespace Lianxin.Calendar;

/// <summary>Whether the State Council's notice of a year is in the calendar.</summary>
public enum YearStatus
{
    /// <summary>No notice: only weekends and the statutory days are off, and every result says so.</summary>
    Provisional,

    /// <summary>Days off and make-up days are those of the notice.</summary>
    Published,
}

/// <summary>What one day is, and thereby why it counts or not. Its name for people is the text <c>date.status.CODE</c>.</summary>
public enum DayStatus
{
    /// <summary>Counts: Monday to Friday.</summary>
    Weekday,

    /// <summary>Counts: a Saturday or Sunday worked for a holiday, 调休上班.</summary>
    MakeUp,

    /// <summary>Does not count: an ordinary Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Does not count: a holiday of the whole country.</summary>
    Holiday,

    /// <summary>Does not count: a day off in this place only.</summary>
    Local,
}

/// <summary>One day of the calendar with its reason. Provisional when the year's notice is not known.</summary>
public readonly record struct CalendarDay(DateOnly On, DayStatus Status, Holiday? Holiday, string? LocalCode, bool Provisional)
{
    /// <summary>Whether people work on it.</summary>
    public bool Works => Status is DayStatus.Weekday or DayStatus.MakeUp;

    /// <summary>The key of the text that says why: the holiday's name, or the status.</summary>
    public string Key => Holiday is { } holiday ? "date.holiday." + Conventions.Text(holiday) : "date.status." + Conventions.Text(Status);
}

/// <summary>A computed day, with the day it was counted from, which is not counted itself (民法典 art. 201).</summary>
public readonly record struct Reckoning(DateOnly From, DateOnly On, bool Provisional);

/// <summary>Why a count gives what it gives: each day after the first, up to the last, counted or skipped.</summary>
public sealed record Explanation(DateOnly From, DateOnly Until, IReadOnlyList<CalendarDay> Counted, IReadOnlyList<CalendarDay> Skipped)
{
    /// <summary>Whether a day of it lies in a year without notice.</summary>
    public bool Provisional => Counted.Any(day => day.Provisional) || Skipped.Any(day => day.Provisional);
}

/// <summary>
/// A limit in calendar days: the day of the law, the internal target (last working day on or before it) and the day it may roll to
/// by analogy (first working day on or after it, 民法典 art. 203).
/// </summary>
public readonly record struct CalendarLimit(DateOnly From, DateOnly LegalOn, DateOnly TargetOn, DateOnly RollForwardOn, bool Provisional);
