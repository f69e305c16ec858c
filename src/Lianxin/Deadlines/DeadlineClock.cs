using Lianxin.Calendar;
using Lianxin.Foundation;

namespace Lianxin.Deadlines;

/// <summary>Starts, stops, lengthens and meets limits: values in, value out. Reasons, approvers and notices are the caller's.</summary>
public static class DeadlineClock
{
    /// <summary>A new limit of the rule's length, or of another length that was chosen for it.</summary>
    public static Deadline Start(DeadlineRule rule, DateOnly startedOn, WorkingCalendar calendar, int? days = null)
    {
        var length = days ?? rule.Days;
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var due = Add(calendar, rule.Unit, startedOn, length);
        return new Deadline
        {
            Rule = rule,
            CalendarVersion = calendar.Version,
            StartedOn = startedOn,
            Days = length,
            DueOn = due,
            Provisional = IsProvisional(rule.Unit, startedOn, due, calendar),
        };
    }

    /// <summary>The clock stands from the day the notice was delivered, which counts as used. A limit that had ended stays overdue.</summary>
    public static Deadline Stop(Deadline deadline, DateOnly deliveredOn, WorkingCalendar calendar)
    {
        RefuseIfMet(deadline);
        if (!deadline.Rule.MayPause)
        {
            throw DeadlineRefusals.MayNotPause();
        }

        if (deadline.IsPaused)
        {
            throw DeadlineRefusals.Paused();
        }

        RefuseBefore(deadline.Pauses is [.., { Until: { } until }] ? until : deadline.StartedOn, deliveredOn);
        var left = Math.Max(0, Between(calendar, deadline.Rule.Unit, deliveredOn, deadline.DueOn));
        return deadline with { Pauses = [.. deadline.Pauses, new Pause(deliveredOn, left, Late: deliveredOn > deadline.DueOn)] };
    }

    /// <summary>The clock runs on: the unused days from the day after the papers came. A limit that had ended before it stopped keeps its day.</summary>
    public static Deadline Resume(Deadline deadline, DateOnly papersOn, WorkingCalendar calendar)
    {
        RefuseIfMet(deadline);
        var open = deadline.OpenPause ?? throw DeadlineRefusals.NotPaused();
        RefuseBefore(open.From, papersOn);
        IReadOnlyList<Pause> pauses = [.. deadline.Pauses.SkipLast(1), open with { Until = papersOn }];
        return Dated(deadline with { Pauses = pauses }, calendar);
    }

    /// <summary>A later day, once, before the limit ends. The caller holds the reason, the approver and the new notice (INV-04).</summary>
    public static Deadline Extend(Deadline deadline, DateOnly newDueOn, DateTime at, WorkingCalendar calendar)
    {
        RefuseIfMet(deadline);
        RefuseExtension(deadline, at);
        if (newDueOn <= deadline.DueOn)
        {
            throw DeadlineRefusals.NotLater(deadline.DueOn);
        }

        var unit = deadline.Rule.Unit;
        if (unit == DayUnit.WorkingDays && !calendar.IsWorkingDay(newDueOn))
        {
            throw DeadlineRefusals.NotWorkingDay(newDueOn);
        }

        var extension = new Extension(deadline.DueOn, newDueOn, Between(calendar, unit, deadline.DueOn, newDueOn));
        return deadline with
        {
            Extension = extension,
            DueOn = newDueOn,
            Provisional = deadline.Provisional || IsProvisional(unit, deadline.DueOn, newDueOn, calendar),
        };
    }

    /// <summary>Done: at this instant, in time or late.</summary>
    public static Deadline Meet(Deadline deadline, DateTime at)
    {
        RefuseIfMet(deadline);
        return deadline with { MetAt = at };
    }

    /// <summary>The same limit by another calendar. A moved day keeps the former one; a met limit is left as it was.</summary>
    public static Deadline Recompute(Deadline deadline, WorkingCalendar calendar)
    {
        if (deadline.MetAt is not null)
        {
            return deadline;
        }

        var dated = Dated(deadline, calendar) with { CalendarVersion = calendar.Version };
        return dated.DueOn == deadline.DueOn
            ? dated
            : dated with { Recomputation = new Recomputation(deadline.DueOn, deadline.CalendarVersion) };
    }

    /// <summary>Due day, days left at an open stop and the provisional mark, from the start on. An extension adds to the length: it commutes with the pauses.</summary>
    private static Deadline Dated(Deadline deadline, WorkingCalendar calendar)
    {
        var unit = deadline.Rule.Unit;
        var due = Add(calendar, unit, deadline.StartedOn, deadline.TotalDays);
        var pauses = new List<Pause>();
        foreach (var pause in deadline.Pauses)
        {
            var left = Math.Max(0, Between(calendar, unit, pause.From, due));
            pauses.Add(pause.Until is null ? pause with { Left = left } : pause);
            due = pause is { Late: false, Until: { } until } ? Add(calendar, unit, until, left) : due;
        }

        return deadline with { DueOn = due, Pauses = pauses, Provisional = IsProvisional(unit, deadline.StartedOn, due, calendar) };
    }

    private static void RefuseIfMet(Deadline deadline)
    {
        if (deadline.MetAt is not null)
        {
            throw DeadlineRefusals.Met();
        }
    }

    private static void RefuseExtension(Deadline deadline, DateTime at)
    {
        if (!deadline.Rule.MayExtend)
        {
            throw DeadlineRefusals.MayNotExtend();
        }

        if (deadline.Extension is not null)
        {
            throw DeadlineRefusals.ExtendedBefore();
        }

        if (deadline.IsPaused)
        {
            throw DeadlineRefusals.Paused();
        }

        if (at > ShanghaiTime.EndOfDay(deadline.DueOn))
        {
            throw DeadlineRefusals.PastDue(deadline.DueOn);
        }
    }

    private static void RefuseBefore(DateOnly least, DateOnly day)
    {
        if (day < least)
        {
            throw DeadlineRefusals.TooEarly(least);
        }
    }

    internal static int Between(WorkingCalendar calendar, DayUnit unit, DateOnly from, DateOnly until) =>
        unit == DayUnit.WorkingDays ? calendar.WorkingDaysBetween(from, until) : until.DayNumber - from.DayNumber;

    private static DateOnly Add(WorkingCalendar calendar, DayUnit unit, DateOnly start, int days) =>
        unit == DayUnit.WorkingDays ? calendar.AddWorkingDays(start, days).On : calendar.AddCalendarDays(start, days).LegalOn;

    private static bool IsProvisional(DayUnit unit, DateOnly from, DateOnly until, WorkingCalendar calendar) =>
        unit == DayUnit.WorkingDays && calendar.IsProvisional(from, until);
}
