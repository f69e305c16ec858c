using Lianxin.Calendar;
using Lianxin.Foundation;

namespace Lianxin.Deadlines;

/// <summary>黄牌 and 红牌, the supervision's marks.</summary>
public enum DeadlineColour
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>From 00:00 of the working day before the last day.</summary>
    Yellow,

    /// <summary>From 00:00 of the first working day after the last day.</summary>
    Red,
}

/// <summary>How a limit stands at an instant. Between 24:00 of the last day and the next working day it is overdue, and still yellow.</summary>
public static class DeadlineStanding
{
    /// <summary>The instant the limit ends: 24:00 of its last day. That instant itself is in time.</summary>
    public static DateTime EndsAt(Deadline deadline) => ShanghaiTime.EndOfDay(deadline.DueOn);

    /// <summary>Whether it ended unmet, or was met late. A clock that stands is not overdue, unless it was when it stopped.</summary>
    public static bool IsOverdue(Deadline deadline, DateTime at)
    {
        return deadline.OpenPause is not { Late: false } && (deadline.MetAt is { } met && met < at ? met : at) > EndsAt(deadline);
    }

    /// <summary>Its mark; none once met, and none while it stands in time.</summary>
    public static DeadlineColour Colour(Deadline deadline, DateTime at, WorkingCalendar calendar)
    {
        if ((deadline.MetAt is { } met && met <= at) || (deadline.IsPaused && !IsOverdue(deadline, at)))
        {
            return DeadlineColour.None;
        }

        return at >= RedFrom(deadline, calendar) ? DeadlineColour.Red
            : at >= YellowFrom(deadline, calendar) ? DeadlineColour.Yellow
            : DeadlineColour.None;
    }

    /// <summary>When yellow begins.</summary>
    public static DateTime YellowFrom(Deadline deadline, WorkingCalendar calendar) =>
        ShanghaiTime.StartOfDay(calendar.PreviousWorkingDay(deadline.DueOn));

    /// <summary>When red begins.</summary>
    public static DateTime RedFrom(Deadline deadline, WorkingCalendar calendar) =>
        ShanghaiTime.StartOfDay(calendar.NextWorkingDay(deadline.DueOn));

    /// <summary>Working days after today up to the last day; below zero when it has passed; while the clock stands, those it stopped with (a limit in calendar days: its days).</summary>
    public static int WorkingDaysLeft(Deadline deadline, DateTime at, WorkingCalendar calendar) => deadline.OpenPause is { Late: false } open
        ? open.Left
        : calendar.WorkingDaysBetween(ShanghaiTime.DayOf(at), deadline.DueOn);
}
