using Lianxin.Calendar;

namespace Lianxin.Tests.Calendar;

public sealed class StatutoryHolidaysTests
{
    [Fact]
    public void The_statutory_days_of_2027_are_known_before_its_notice()
    {
        OffRange[] expected =
        [
            new(Holiday.NewYear, Days.Of("2027-01-01"), Days.Of("2027-01-01")),
            new(Holiday.SpringFestival, Days.Of("2027-02-05"), Days.Of("2027-02-08")),
            new(Holiday.Qingming, Days.Of("2027-04-05"), Days.Of("2027-04-05")),
            new(Holiday.Labour, Days.Of("2027-05-01"), Days.Of("2027-05-02")),
            new(Holiday.DragonBoat, Days.Of("2027-06-09"), Days.Of("2027-06-09")),
            new(Holiday.MidAutumn, Days.Of("2027-09-15"), Days.Of("2027-09-15")),
            new(Holiday.NationalDay, Days.Of("2027-10-01"), Days.Of("2027-10-03")),
        ];
        Assert.Equal(expected, StatutoryHolidays.Of(2027));
    }

    [Fact]
    public void Every_published_year_gives_its_statutory_days_off() =>
        Assert.All(ShippedYears.All, year => Assert.Empty(CalendarYearCheck.Faults(year)));

    // New Year, Dragon Boat and Mid-Autumn in years whose leap month lies before, between and after them.
    [Theory]
    [InlineData(2020, "2020-01-25", "2020-06-25", "2020-10-01")]
    [InlineData(2023, "2023-01-22", "2023-06-22", "2023-09-29")]
    [InlineData(2025, "2025-01-28", "2025-05-31", "2025-10-06")]
    [InlineData(2026, "2026-02-16", "2026-06-19", "2026-09-25")]
    public void Lunar_days_stand_right_around_a_leap_month(int year, string spring, string dragonBoat, string midAutumn)
    {
        var days = StatutoryHolidays.Of(year).ToDictionary(range => range.Holiday, range => range.From);
        Assert.Equal(Days.Of(spring), days[Holiday.SpringFestival]);
        Assert.Equal(Days.Of(dragonBoat), days[Holiday.DragonBoat]);
        Assert.Equal(Days.Of(midAutumn), days[Holiday.MidAutumn]);
    }

    [Theory]
    [InlineData(2000, 10)]
    [InlineData(2007, 10)]
    [InlineData(2008, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2099, 13)]
    public void The_law_of_the_year_says_how_many_days_there_are(int year, int count) =>
        Assert.Equal(count, StatutoryHolidays.Of(year).Sum(range => range.To.DayNumber - range.From.DayNumber + 1));

    [Theory]
    [InlineData(1999)]
    [InlineData(2100)]
    public void Other_centuries_are_refused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StatutoryHolidays.Of(year));
}
