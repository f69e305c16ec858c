using System.Globalization;
using Lianxin.Foundation;

namespace Lianxin.Reports;

/// <summary>Reads a cut-off as people write it: a day and a time in Asia/Shanghai, where 24:00 is the day's end (AMB-18).</summary>
public static class CutOff
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

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

        // The end of a day belongs to it: what is recorded at the next midnight does not count any more.
        return tidy.Length == 10 ? ShanghaiTime.EndOfDay(DateOnly.FromDateTime(local)).AddMilliseconds(-1) : ShanghaiTime.ToUtc(local);
    }
}
