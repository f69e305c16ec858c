using System.Globalization;

namespace Lianxin.Tests.Calendar;

/// <summary>Days written as in the notices.</summary>
public static class Days
{
    public static DateOnly Of(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant on the district's clock, in UTC: eight hours before the wall time.</summary>
    public static DateTime At(string local) => DateTime.SpecifyKind(
        DateTime.ParseExact(local, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture).AddHours(-8), DateTimeKind.Utc);

    /// <summary>The days from first to last, both included.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber);
}
