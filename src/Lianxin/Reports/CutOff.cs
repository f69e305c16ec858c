using System.Globalization;
using Lianxin.Foundation;

namespace Lianxin.Reports;

/// <summary>Reads a cut-off as people write it: a day and a time in Asia/Shanghai, where 24:00 is the day's end (AMB-18).</summary>
public static class CutOff
{
    /// <summary>True for the last instant of a day in Asia/Shanghai.</summary>
    public static bool IsEndOfDay(DateTime at) => OfDay(ShanghaiTime.DayOf(at)) == at;

    /// <summary>The last instant of a day: what is recorded at the next midnight does not count any more.</summary>
    public static DateTime OfDay(DateOnly day) => ShanghaiTime.EndOfDay(day).AddMilliseconds(-1);

    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

    /// <summary>The cut-off as an address writes it: a day for its end, else day and minute; <see cref="Parse"/> reads it.</summary>
    public static string Write(DateTime at) => IsEndOfDay(at)
        ? ShanghaiTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : ShanghaiTime.Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The instant; null when the text is none. A day alone means its end.</summary>
    public static DateTime? Parse(string text)
    {
        var tidy = text.Trim();
        if (tidy.EndsWith(" 24:00", StringComparison.Ordinal) || tidy.EndsWith("T24:00", StringComparison.Ordinal))
        {
            tidy = tidy[..^6];
        }

        if (!DateTime.TryParseExact(tidy, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        return tidy.Length == 10 ? OfDay(DateOnly.FromDateTime(local)) : ShanghaiTime.ToUtc(local);
    }
}
