using Lianxin.Calendar;

namespace Lianxin.Duty;

/// <summary>What becomes of a planned day on which nobody works.</summary>
public enum ShiftPolicy
{
    /// <summary>Held all the same: people are at home.</summary>
    Keep,

    /// <summary>Moves to the next working day.</summary>
    NextWorkday,

    /// <summary>Moves to the working day before.</summary>
    PrevWorkday,

    /// <summary>Is left out.</summary>
    Cancel,

    /// <summary>The default (AMB-02): held on rest days, but moves to the next working day within the Spring Festival and National Day holidays.</summary>
    KeepOutsideLongHolidays,
}

/// <summary>One turn of a duty: the planned day, and the day it is held on, if any. Provisional when it rests on a year without notice.</summary>
public sealed record Occurrence(DateOnly PlannedOn, DateOnly? HeldOn, CalendarDay Planned, bool Provisional)
{
    /// <summary>Whether it is held on another day than planned.</summary>
    public bool Moved => HeldOn is { } held && held != PlannedOn;

    /// <summary>The turns planned from the first to the last day, both included; a moved one may be held outside them.</summary>
    public static IEnumerable<Occurrence> Between(Recurrence recurrence, ShiftPolicy policy, WorkingCalendar calendar, DateOnly from, DateOnly until) =>
        recurrence.Between(from, until).Select(day => Of(day, policy, calendar));

    /// <summary>One planned day under the policy.</summary>
    public static Occurrence Of(DateOnly plannedOn, ShiftPolicy policy, WorkingCalendar calendar)
    {
        var planned = calendar.Day(plannedOn);
        DateOnly? held = planned.Works ? plannedOn : policy switch
        {
            ShiftPolicy.NextWorkday => calendar.NextWorkingDay(plannedOn),
            ShiftPolicy.PrevWorkday => calendar.PreviousWorkingDay(plannedOn),
            ShiftPolicy.Cancel => null,
            ShiftPolicy.KeepOutsideLongHolidays when IsLong(planned) => calendar.NextWorkingDay(plannedOn),
            _ => plannedOn,
        };
        var other = held ?? plannedOn;
        var (first, last) = other < plannedOn ? (other, plannedOn) : (plannedOn, other);
        return new Occurrence(plannedOn, held, planned, calendar.IsProvisional(first.AddDays(-1), last));
    }

    private static bool IsLong(CalendarDay day) => day.Holiday is Holiday.SpringFestival or Holiday.NationalDay;
}
