using Lianxin.Calendar;
using Lianxin.Foundation;

namespace Lianxin.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [Theory]
    [InlineData("2026-09-30", 3, "2026-10-10", false)]
    [InlineData("2026-02-13", 3, "2026-02-25", false)]
    [InlineData("2026-05-08", 3, "2026-05-12", false)]
    [InlineData("2026-09-18", 3, "2026-09-22", false)]
    [InlineData("2025-09-26", 3, "2025-09-30", false)]
    [InlineData("2026-09-28", 5, "2026-10-10", false)]
    [InlineData("2026-04-30", 5, "2026-05-11", false)]
    [InlineData("2026-02-14", 1, "2026-02-24", false)]
    [InlineData("2026-03-02", 15, "2026-03-23", false)]
    [InlineData("2026-12-30", 3, "2027-01-05", true)]
    [InlineData("2026-12-30", 1, "2026-12-31", false)]
    [InlineData("2026-12-31", 0, "2026-12-31", false)]
    public void Working_days_are_added_by_the_notices(string start, int days, string due, bool provisional) =>
        Assert.Equal(new Reckoning(Days.Of(start), Days.Of(due), provisional), Calendar.AddWorkingDays(Days.Of(start), days));

    [Theory]
    [InlineData("2026-02-04", 60, "2026-04-05", "2026-04-03", "2026-04-07", false)]
    [InlineData("2026-08-07", 60, "2026-10-06", "2026-09-30", "2026-10-08", false)]
    [InlineData("2026-01-20", 15, "2026-02-04", "2026-02-04", "2026-02-04", false)]
    [InlineData("2026-04-05", 30, "2026-05-05", "2026-04-30", "2026-05-06", false)]
    [InlineData("2026-12-02", 30, "2027-01-01", "2026-12-31", "2027-01-04", true)]
    public void Calendar_days_have_a_legal_day_a_target_and_a_day_to_roll_to(string start, int days, string legal, string target, string rolled, bool provisional) =>
        Assert.Equal(
            new CalendarLimit(Days.Of(start), Days.Of(legal), Days.Of(target), Days.Of(rolled), provisional),
            Calendar.AddCalendarDays(Days.Of(start), days));

    [Theory]
    [InlineData(1, 21)]
    [InlineData(2, 16)]
    [InlineData(3, 22)]
    [InlineData(4, 21)]
    [InlineData(5, 19)]
    [InlineData(6, 21)]
    [InlineData(7, 23)]
    [InlineData(8, 21)]
    [InlineData(9, 22)]
    [InlineData(10, 18)]
    [InlineData(11, 21)]
    [InlineData(12, 23)]
    public void Each_month_of_2026_has_its_working_days(int month, int count)
    {
        var first = new DateOnly(2026, month, 1);
        Assert.Equal(count, Calendar.WorkingDaysBetween(first.AddDays(-1), first.AddMonths(1).AddDays(-1)));
    }

    [Fact]
    public void An_unpublished_year_is_provisional_and_its_statutory_days_are_off()
    {
        Assert.Equal(YearStatus.Published, Calendar.StatusOf(2026));
        Assert.Equal(YearStatus.Provisional, Calendar.StatusOf(2027));
        Assert.Equal(YearStatus.Provisional, Calendar.StatusOf(2016));
        Assert.Equal(new CalendarDay(Days.Of("2027-01-01"), DayStatus.Holiday, Holiday.NewYear, null, true), Calendar.Day(Days.Of("2027-01-01")));
        Assert.Equal(new CalendarDay(Days.Of("2027-01-04"), DayStatus.Weekday, null, null, true), Calendar.Day(Days.Of("2027-01-04")));
        Assert.False(Calendar.IsWorkingDay(Days.Of("2027-06-09")));
    }

    [Fact]
    public void A_later_notice_makes_the_year_published()
    {
        var later = Calendar.With(Notices.Invented2027, 2);
        Assert.Equal(YearStatus.Published, later.StatusOf(2027));
        Assert.Equal(2, later.Version);
        Assert.Equal(new Reckoning(Days.Of("2026-12-30"), Days.Of("2027-01-04"), false), later.AddWorkingDays(Days.Of("2026-12-30"), 3));
        Assert.True(later.IsWorkingDay(Days.Of("2027-01-03")));
        Assert.Equal(YearStatus.Provisional, Calendar.StatusOf(2027));
    }

    [Fact]
    public void A_place_s_own_day_is_off_there_only_and_wins_over_a_make_up_day()
    {
        var place = Calendar.For([new LocalDay(Days.Of("2026-09-03"), "prefecture_day"), new LocalDay(Days.Of("2026-10-10"), "prefecture_day")]);
        Assert.Equal(new CalendarDay(Days.Of("2026-09-03"), DayStatus.Local, null, "prefecture_day", false), place.Day(Days.Of("2026-09-03")));
        Assert.Equal(Days.Of("2026-10-12"), place.AddWorkingDays(Days.Of("2026-09-30"), 3).On);
        Assert.Equal(Days.Of("2026-10-10"), Calendar.AddWorkingDays(Days.Of("2026-09-30"), 3).On);
        Assert.Contains(place.With(Notices.Invented2027, 2).LocalDays, day => day.On == Days.Of("2026-09-03"));
    }

    [Fact]
    public void A_result_says_which_days_it_counted_and_which_it_skipped_and_why()
    {
        var explanation = Calendar.Explain(Days.Of("2026-09-30"), Days.Of("2026-10-10"));
        Assert.Equal([("2026-10-08", "date.status.weekday"), ("2026-10-09", "date.status.weekday"), ("2026-10-10", "date.status.make_up")], Told(explanation.Counted));
        Assert.Equal(Days.Between(Days.Of("2026-10-01"), Days.Of("2026-10-07")).Select(day => (day.ToString("O"), "date.holiday.national_day")), Told(explanation.Skipped));
        Assert.False(explanation.Provisional);
        Assert.True(Calendar.Explain(Days.Of("2026-12-30"), Days.Of("2027-01-05")).Provisional);
        Assert.Equal([("2026-11-07", "date.status.weekend"), ("2026-11-08", "date.status.weekend")],
            Told(Calendar.Explain(Days.Of("2026-11-06"), Days.Of("2026-11-09")).Skipped));
    }

    [Theory]
    [InlineData("2026-10-07", "2026-09-30", "2026-10-08")]
    [InlineData("2026-10-10", "2026-10-09", "2026-10-12")]
    [InlineData("2026-02-14", "2026-02-13", "2026-02-24")]
    public void Neighbouring_working_days_leave_the_day_itself_out(string day, string before, string after)
    {
        Assert.Equal(Days.Of(before), Calendar.PreviousWorkingDay(Days.Of(day)));
        Assert.Equal(Days.Of(after), Calendar.NextWorkingDay(Days.Of(day)));
    }

    [Fact]
    public void Days_outside_the_calendar_are_refused_not_guessed()
    {
        Action[] asked =
        [
            () => Calendar.IsWorkingDay(new DateOnly(1999, 12, 31)),
            () => Calendar.AddWorkingDays(DateOnly.MaxValue, 1),
            () => Calendar.AddWorkingDays(Days.Of("2026-01-05"), int.MaxValue),
            () => Calendar.AddCalendarDays(Days.Of("2026-01-05"), int.MaxValue),
            () => Calendar.AddCalendarDays(DateOnly.MinValue, 1),
            () => Calendar.NextWorkingDay(DateOnly.MaxValue),
            () => Calendar.PreviousWorkingDay(DateOnly.MinValue),
            () => Calendar.WorkingDaysBetween(DateOnly.MinValue, Days.Of("2026-01-05")),
            () => Calendar.Explain(Days.Of("2026-01-05"), DateOnly.MaxValue),
        ];
        Assert.All(asked, ask => Assert.Equal("calendar.out_of_range", Assert.Throws<RefusedException>(ask).Code));
    }

    private static IEnumerable<(string, string)> Told(IEnumerable<CalendarDay> days) => days.Select(day => (day.On.ToString("O"), day.Key));
}
