namespace Lianxin.Duty;

/// <summary>A rule that names planned days: pure, without holidays. <see cref="ShiftPolicy"/> says what becomes of a planned day that is off.</summary>
public abstract record Recurrence
{
    private protected Recurrence()
    {
    }

    /// <summary>The planned days from the first to the last day, both included, in order.</summary>
    public IEnumerable<DateOnly> Between(DateOnly from, DateOnly until) => Planned(from, until).Where(day => day >= from && day <= until);

    private protected abstract IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until);

    private protected static IEnumerable<DateOnly> Months(DateOnly from, DateOnly until, int every = 1, int place = 1)
    {
        for (var month = new DateOnly(from.Year, 1, 1).AddMonths(place - 1); month <= until; month = month.AddMonths(every))
        {
            yield return month;
        }
    }

    /// <summary>The day of that month; a month that is shorter has it on its last day.</summary>
    private protected static DateOnly DayIn(DateOnly month, int day) =>
        month.AddDays(Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);

    private protected static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) =>
        day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    private protected static int FromMonday(DayOfWeek weekday) => ((int)weekday + 6) % 7;

    private protected static int Within(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"From {least} to {most}.");
}

/// <summary>Every week on that weekday.</summary>
public sealed record Weekly(DayOfWeek Weekday) : Recurrence
{
    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until)
    {
        for (var day = OnOrAfter(from, Weekday); day <= until; day = day.AddDays(7))
        {
            yield return day;
        }
    }
}

/// <summary>Every month on that day (CY-07, CY-08).</summary>
public sealed record MonthlyOnDay(int Day) : Recurrence
{
    /// <summary>1 to 31; a shorter month has it on its last day.</summary>
    public int Day { get; } = Within(Day, 1, 31, nameof(Day));

    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until) =>
        Months(from, until).Select(month => DayIn(month, Day));
}

/// <summary>Every month on its n-th such weekday, "the second Thursday": the default reading of 每月第二周周四 (AMB-01).</summary>
public sealed record MonthlyOnWeekday(DayOfWeek Weekday, int Nth) : Recurrence
{
    /// <summary>1 to 5; a month without a fifth is left out.</summary>
    public int Nth { get; } = Within(Nth, 1, 5, nameof(Nth));

    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until) => Months(from, until)
        .Select(month => (Month: month.Month, Day: OnOrAfter(month, Weekday).AddDays(7 * (Nth - 1))))
        .Where(planned => planned.Day.Month == planned.Month)
        .Select(planned => planned.Day);
}

/// <summary>Every month on that weekday of its n-th calendar week: Monday first, week 1 holds the 1st (AMB-01).</summary>
public sealed record MonthlyInCalendarWeek(DayOfWeek Weekday, int Week) : Recurrence
{
    /// <summary>1 to 6; a month in which that week has no such day is left out.</summary>
    public int Week { get; } = Within(Week, 1, 6, nameof(Week));

    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until) => Months(from, until)
        .Select(month => (Month: month.Month, Day: month.AddDays((7 * (Week - 1)) + FromMonday(Weekday) - FromMonday(month.DayOfWeek))))
        .Where(planned => planned.Day.Month == planned.Month)
        .Select(planned => planned.Day);
}

/// <summary>Every month on that weekday of its n-th full week: Monday to Sunday within the month (AMB-01).</summary>
public sealed record MonthlyInFullWeek(DayOfWeek Weekday, int Week) : Recurrence
{
    /// <summary>1 to 4; a month without a fourth full week is left out.</summary>
    public int Week { get; } = Within(Week, 1, 4, nameof(Week));

    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until) => Months(from, until)
        .Select(month => (Month: month.Month, Monday: OnOrAfter(month, DayOfWeek.Monday).AddDays(7 * (Week - 1))))
        .Where(planned => planned.Monday.AddDays(6).Month == planned.Month)
        .Select(planned => planned.Monday.AddDays(FromMonday(Weekday)));
}

/// <summary>Every quarter, in its n-th month on that day (CY-13).</summary>
public sealed record Quarterly(int Month, int Day) : Recurrence
{
    /// <summary>1 to 3, within the quarter.</summary>
    public int Month { get; } = Within(Month, 1, 3, nameof(Month));

    /// <summary>1 to 31; a shorter month has it on its last day.</summary>
    public int Day { get; } = Within(Day, 1, 31, nameof(Day));

    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until) =>
        Months(from, until, every: 3, place: Month).Select(month => DayIn(month, Day));
}

/// <summary>Every half-year, in its n-th month on that day (CY-14, CY-15).</summary>
public sealed record HalfYearly(int Month, int Day) : Recurrence
{
    /// <summary>1 to 6, within the half-year.</summary>
    public int Month { get; } = Within(Month, 1, 6, nameof(Month));

    /// <summary>1 to 31; a shorter month has it on its last day.</summary>
    public int Day { get; } = Within(Day, 1, 31, nameof(Day));

    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until) =>
        Months(from, until, every: 6, place: Month).Select(month => DayIn(month, Day));
}

/// <summary>Every year in that month on that day (CY-18).</summary>
public sealed record Yearly(int Month, int Day) : Recurrence
{
    /// <summary>1 to 12.</summary>
    public int Month { get; } = Within(Month, 1, 12, nameof(Month));

    /// <summary>1 to 31; a shorter month has it on its last day.</summary>
    public int Day { get; } = Within(Day, 1, 31, nameof(Day));

    private protected override IEnumerable<DateOnly> Planned(DateOnly from, DateOnly until) =>
        Months(from, until, every: 12, place: Month).Select(month => DayIn(month, Day));
}
