using System.Globalization;

namespace Lianxin.Calendar;

/// <summary>The holidays that the law itself fixes (全国年节及纪念日放假办法, versions of 1999, 2007, 2013 and 2024), computable for any year 2000–2099 without a notice.</summary>
public static class StatutoryHolidays
{
    // ICU's Chinese calendar is a day late at New Year 2027; this one agrees with the official tables.
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The statutory days of a year, in order. Where two fall together the day stands once, under the first of them.</summary>
    public static IReadOnlyList<OffRange> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2099);
        List<OffRange> days = [Row(Holiday.NewYear, new DateOnly(year, 1, 1), 1), SpringFestival(year)];
        days.Add(Row(Holiday.Labour, new DateOnly(year, 5, 1), year >= 2025 ? 2 : year >= 2008 ? 1 : 3));
        days.Add(Row(Holiday.NationalDay, new DateOnly(year, 10, 1), 3));
        if (year >= 2008)
        {
            days.Add(Row(Holiday.Qingming, Qingming(year), 1));
            days.Add(Row(Holiday.DragonBoat, LunarDay(year, 5, 5), 1));
            days.Add(Row(Holiday.MidAutumn, LunarDay(year, 8, 15), 1));
        }

        return [.. days.OrderBy(range => range.From)];
    }

    private static OffRange SpringFestival(int year)
    {
        var newYear = LunarDay(year, 1, 1);
        return year switch
        {
            >= 2025 => Row(Holiday.SpringFestival, newYear.AddDays(-1), 4),
            >= 2014 or < 2008 => Row(Holiday.SpringFestival, newYear, 3),
            _ => Row(Holiday.SpringFestival, newYear.AddDays(-1), 3),
        };
    }

    private static OffRange Row(Holiday holiday, DateOnly from, int days) => new(holiday, from, from.AddDays(days - 1));

    /// <summary>The sun's 15°, by the usual formula for this century; it differs from the published tables in no year 2000–2099.</summary>
    private static DateOnly Qingming(int year)
    {
        var y = year - 2000;
        return new DateOnly(year, 4, (((2422 * y) + 48100) / 10000) - (y / 4));
    }

    private static DateOnly LunarDay(int year, int month, int day)
    {
        // A leap month takes an index of its own, so the months after it stand one later.
        var leap = Lunar.GetLeapMonth(year);
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, index, day, 0, 0, 0, 0));
    }
}
