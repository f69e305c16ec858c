using Lianxin.Calendar;

namespace Lianxin.Tests.Calendar;

public sealed class ShippedYearsTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    // Copied by hand from the notices, not from the data file: off days, then the days worked for them.
    [Theory]
    [InlineData(2017, 249, "01-01…01-02 01-27…02-02 04-02…04-04 05-01…05-01 05-28…05-30 10-01…10-08", "01-22 02-04 04-01 05-27 09-30")]
    [InlineData(2018, 250, "01-01…01-01 02-15…02-21 04-05…04-07 04-29…05-01 06-18…06-18 09-24…09-24 10-01…10-07 12-30…12-31", "02-11 02-24 04-08 04-28 09-29 09-30 12-29")]
    [InlineData(2019, 250, "01-01…01-01 02-04…02-10 04-05…04-05 05-01…05-04 06-07…06-07 09-13…09-13 10-01…10-07", "02-02 02-03 04-28 05-05 09-29 10-12")]
    [InlineData(2020, 249, "01-01…01-01 01-24…02-02 04-04…04-06 05-01…05-05 06-25…06-27 10-01…10-08", "01-19 04-26 05-09 06-28 09-27 10-10")]
    [InlineData(2021, 250, "01-01…01-03 02-11…02-17 04-03…04-05 05-01…05-05 06-12…06-14 09-19…09-21 10-01…10-07", "02-07 02-20 04-25 05-08 09-18 09-26 10-09")]
    [InlineData(2022, 249, "01-01…01-03 01-31…02-06 04-03…04-05 04-30…05-04 06-03…06-05 09-10…09-12 10-01…10-07 12-31…12-31", "01-29 01-30 04-02 04-24 05-07 10-08 10-09")]
    [InlineData(2023, 249, "01-01…01-02 01-21…01-27 04-05…04-05 04-29…05-03 06-22…06-24 09-29…10-06", "01-28 01-29 04-23 05-06 06-25 10-07 10-08")]
    [InlineData(2024, 251, "01-01…01-01 02-10…02-17 04-04…04-06 05-01…05-05 06-10…06-10 09-15…09-17 10-01…10-07", "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12")]
    [InlineData(2025, 248, "01-01…01-01 01-28…02-04 04-04…04-06 05-01…05-05 05-31…06-02 10-01…10-08", "01-26 02-08 04-27 09-28 10-11")]
    [InlineData(2026, 248, "01-01…01-03 02-15…02-23 04-04…04-06 05-01…05-05 06-19…06-21 09-25…09-27 10-01…10-07", "01-04 02-14 02-28 05-09 09-20 10-10")]
    public void The_shipped_year_is_the_notices_day_by_day(int year, int workingDays, string off, string worked)
    {
        var offDays = off.Split(' ').Select(range => range.Split('…')).SelectMany(ends => Days.Between(Day(year, ends[0]), Day(year, ends[1]))).ToHashSet();
        var workedDays = worked.Split(' ').Select(day => Day(year, day)).ToHashSet();
        var days = Days.Between(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).Select(Calendar.Day).ToList();
        Assert.Equal(offDays.Order(), days.Where(day => day.Status == DayStatus.Holiday).Select(day => day.On));
        Assert.Equal(workedDays.Order(), days.Where(day => day.Status == DayStatus.MakeUp).Select(day => day.On));
        Assert.Equal(workingDays, days.Count(day => day.Works));
        Assert.DoesNotContain(days, day => day.Provisional);
        Assert.All(days.Where(day => day.Status is DayStatus.Weekday or DayStatus.Weekend), day =>
            Assert.Equal(day.On.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, day.Status == DayStatus.Weekend));
    }

    [Theory]
    [InlineData(2024, "国办发明电〔2023〕7号", "2023-10-25")]
    [InlineData(2025, "国办发明电〔2024〕12号", "2024-11-12")]
    [InlineData(2026, "国办发明电〔2025〕7号", "2025-11-04")]
    public void A_year_names_its_notice(int year, string number, string publishedOn)
    {
        var notice = Assert.Single(ShippedYears.All.Single(shipped => shipped.Year == year).Notices);
        Assert.Equal(new HolidayNotice(number, Days.Of(publishedOn)), notice);
    }

    [Theory]
    [InlineData(2019, "国办发明电〔2019〕3号")]
    [InlineData(2020, "国办发明电〔2020〕1号")]
    public void A_corrected_year_names_the_correction_too(int year, string number) =>
        Assert.Contains(ShippedYears.All.Single(shipped => shipped.Year == year).Notices, notice => notice.Number == number);

    [Fact]
    public void The_week_of_Spring_Festival_2026_has_no_working_day() =>
        Assert.Equal(0, Calendar.WorkingDaysBetween(Days.Of("2026-02-15"), Days.Of("2026-02-22")));

    [Fact]
    public void There_are_nineteen_make_up_days_in_2024_to_2026() =>
        Assert.Equal(19, ShippedYears.All.Where(year => year.Year >= 2024).Sum(year => year.WorkingDays.Count));

    private static DateOnly Day(int year, string monthDay) => Days.Of($"{year}-{monthDay}");
}
