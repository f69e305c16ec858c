using Lianxin.Calendar;

namespace Lianxin.Deadlines;

/// <summary>Days in which the clock ran: after the first, up to the last, each with its reason. For a limit in calendar days all of them count.</summary>
public sealed record Stretch(DateOnly From, DateOnly Until, IReadOnlyList<CalendarDay> Counted, IReadOnlyList<CalendarDay> Skipped);

/// <summary>Why a limit ends on its day, as codes and days for a page and the interface: rule, start, days counted and skipped, pauses, extension.</summary>
public sealed record DeadlineExplanation(Deadline Deadline, IReadOnlyList<Stretch> Stretches)
{
    /// <summary>How many days were counted.</summary>
    public int Counted => Stretches.Sum(stretch => stretch.Counted.Count);

    /// <summary>The explanation by the calendar the limit was computed with.</summary>
    public static DeadlineExplanation Of(Deadline deadline, WorkingCalendar calendar)
    {
        var stretches = new List<Stretch>();
        var from = deadline.StartedOn;
        foreach (var pause in deadline.Pauses.Where(pause => !pause.Late))
        {
            stretches.Add(Run(deadline.Rule.Unit, from, pause.From, calendar));
            if (pause.Until is not { } until)
            {
                return new DeadlineExplanation(deadline, stretches);
            }

            from = until;
        }

        stretches.Add(Run(deadline.Rule.Unit, from, deadline.DueOn, calendar));
        return new DeadlineExplanation(deadline, stretches);
    }

    private static Stretch Run(DayUnit unit, DateOnly from, DateOnly until, WorkingCalendar calendar)
    {
        var days = calendar.Explain(from, until);
        return unit == DayUnit.WorkingDays
            ? new Stretch(from, until, days.Counted, days.Skipped)
            : new Stretch(from, until, [.. days.Counted.Concat(days.Skipped).OrderBy(day => day.On)], []);
    }
}
