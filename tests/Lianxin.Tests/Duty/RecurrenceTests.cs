using Lianxin.Calendar;
using Lianxin.Duty;
using Lianxin.Tests.Calendar;

namespace Lianxin.Tests.Duty;

public sealed class RecurrenceTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    // Catalogue §5, "2026 dates of the fixed-day duties", row by row.
    [Theory]
    [InlineData(1, 8, 8, 15, DayOfWeek.Thursday, DayStatus.Weekday, DayOfWeek.Wednesday, DayStatus.Weekday)]
    [InlineData(2, 12, 5, 12, DayOfWeek.Sunday, DayStatus.Holiday, DayOfWeek.Saturday, DayStatus.MakeUp)]
    [InlineData(3, 12, 5, 12, DayOfWeek.Sunday, DayStatus.Weekend, DayOfWeek.Saturday, DayStatus.Weekend)]
    [InlineData(4, 9, 9, 16, DayOfWeek.Wednesday, DayStatus.Weekday, DayOfWeek.Tuesday, DayStatus.Weekday)]
    [InlineData(5, 14, 7, 14, DayOfWeek.Friday, DayStatus.Weekday, DayOfWeek.Thursday, DayStatus.Weekday)]
    [InlineData(6, 11, 11, 11, DayOfWeek.Monday, DayStatus.Weekday, DayOfWeek.Sunday, DayStatus.Weekend)]
    [InlineData(7, 9, 9, 16, DayOfWeek.Wednesday, DayStatus.Weekday, DayOfWeek.Tuesday, DayStatus.Weekday)]
    [InlineData(8, 13, 6, 13, DayOfWeek.Saturday, DayStatus.Weekend, DayOfWeek.Friday, DayStatus.Weekday)]
    [InlineData(9, 10, 10, 17, DayOfWeek.Tuesday, DayStatus.Weekday, DayOfWeek.Monday, DayStatus.Weekday)]
    [InlineData(10, 8, 8, 15, DayOfWeek.Thursday, DayStatus.Weekday, DayOfWeek.Wednesday, DayStatus.Weekday)]
    [InlineData(11, 12, 5, 12, DayOfWeek.Sunday, DayStatus.Weekend, DayOfWeek.Saturday, DayStatus.Weekend)]
    [InlineData(12, 10, 10, 17, DayOfWeek.Tuesday, DayStatus.Weekday, DayOfWeek.Monday, DayStatus.Weekday)]
    public void The_table_of_2026_holds(
        int month, int second, int calendarWeek, int fullWeek, DayOfWeek the15th, DayStatus status15, DayOfWeek the28th, DayStatus status28)
    {
        Assert.Equal(second, In(month, new MonthlyOnWeekday(DayOfWeek.Thursday, 2)).Day);
        Assert.Equal(calendarWeek, In(month, new MonthlyInCalendarWeek(DayOfWeek.Thursday, 2)).Day);
        Assert.Equal(fullWeek, In(month, new MonthlyInFullWeek(DayOfWeek.Thursday, 2)).Day);
        var (fifteenth, twentyEighth) = (In(month, new MonthlyOnDay(15)), In(month, new MonthlyOnDay(28)));
        Assert.Equal((15, the15th, status15), (fifteenth.Day, fifteenth.DayOfWeek, Calendar.Day(fifteenth).Status));
        Assert.Equal((28, the28th, status28), (twentyEighth.Day, twentyEighth.DayOfWeek, Calendar.Day(twentyEighth).Status));
    }

    [Fact]
    public void The_8th_of_October_2026_is_the_first_day_back() =>
        Assert.Equal(Days.Of("2026-10-08"), Calendar.NextWorkingDay(Days.Of("2026-09-30")));

    [Fact]
    public void The_three_readings_of_the_second_week_s_Thursday_differ_as_the_catalogue_counts()
    {
        var second = Of(new MonthlyOnWeekday(DayOfWeek.Thursday, 2));
        var calendarWeek = Of(new MonthlyInCalendarWeek(DayOfWeek.Thursday, 2));
        var fullWeek = Of(new MonthlyInFullWeek(DayOfWeek.Thursday, 2));
        Assert.Equal([2, 3, 5, 8, 11], second.Zip(calendarWeek).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Month));
        Assert.Equal(6, second.Zip(fullWeek).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void Other_cycles_name_their_days()
    {
        Assert.Equal(52, Of(new Weekly(DayOfWeek.Monday)).Count);
        Assert.Equal(53, Of(new Weekly(DayOfWeek.Thursday)).Count);
        Assert.Equal(["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"], Texts(new Quarterly(3, 31)));
        Assert.Equal(["2026-06-18", "2026-12-18"], Texts(new HalfYearly(6, 18)));
        Assert.Equal(["2026-02-28"], Texts(new Yearly(2, 29)));
    }

    [Fact]
    public void Short_months_have_the_31st_on_their_last_day() =>
        Assert.Equal([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], Of(new MonthlyOnDay(31)).Select(day => day.Day));

    [Fact]
    public void Months_without_the_named_week_are_left_out()
    {
        Assert.Equal([1, 4, 7, 10, 12], Of(new MonthlyOnWeekday(DayOfWeek.Thursday, 5)).Select(day => day.Month));
        Assert.Equal([6], Of(new MonthlyInCalendarWeek(DayOfWeek.Monday, 1)).Select(day => day.Month));
        Assert.Equal([3, 5, 6, 8, 11], Of(new MonthlyInFullWeek(DayOfWeek.Thursday, 4)).Select(day => day.Month));
    }

    [Fact]
    public void Only_days_inside_the_asked_span_are_named()
    {
        var span = new MonthlyOnDay(15).Between(Days.Of("2026-03-15"), Days.Of("2026-05-15"));
        Assert.Equal(["2026-03-15", "2026-04-15", "2026-05-15"], span.Select(day => day.ToString("O")));
        Assert.Empty(new MonthlyOnDay(15).Between(Days.Of("2026-03-16"), Days.Of("2026-04-14")));
    }

    [Fact]
    public void Impossible_rules_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonthlyOnDay(32));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonthlyOnWeekday(DayOfWeek.Thursday, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonthlyInFullWeek(DayOfWeek.Thursday, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarterly(4, 1));
    }

    private static DateOnly In(int month, Recurrence recurrence) => Assert.Single(Of(recurrence), day => day.Month == month);

    private static List<DateOnly> Of(Recurrence recurrence) => [.. recurrence.Between(First, Last)];

    private static IEnumerable<string> Texts(Recurrence recurrence) => Of(recurrence).Select(day => day.ToString("O"));
}
