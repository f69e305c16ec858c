using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lianxin.Foundation;

namespace Lianxin.Exchange;

/// <summary>What a person said a day like 03/04/2019 means in a table.</summary>
public enum DayOrder
{
    /// <summary>The third of April.</summary>
    DayFirst,

    /// <summary>The fourth of March.</summary>
    MonthFirst,
}

/// <summary>
/// A time found in an imported table: an instant in UTC read from Asia/Shanghai wall time, or the code of why it was refused. A day
/// without a time stands for its 00:00 and says so. What could mean two days is never guessed.
/// </summary>
public sealed partial record HistoricTime
{
    public const string Missing = "time.missing";
    public const string Ambiguous = "time.ambiguous";
    public const string TwoDigitYear = "time.two_digit_year";
    public const string Impossible = "time.impossible";
    public const string OutOfRange = "time.out_of_range";
    public const string Unreadable = "time.unreadable";

    private const int LongestText = 64;
    private const double FirstSerial = 18_264;
    private const double EndSerial = 73_051;

    private static readonly DateTime First = new(1950, 1, 1);
    private static readonly DateTime End = new(2100, 1, 1);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private HistoricTime()
    {
    }

    /// <summary>The instant in UTC, whole milliseconds; null when refused.</summary>
    public DateTime? At { get; private init; }

    /// <summary>The cell named a day and no time.</summary>
    public bool IsDayOnly { get; private init; }

    /// <summary>One of the codes of this class; null when a time was read.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Reads text, a date cell, or a bare Excel day number (1950 to 2099); without an order, a day that could mean two is refused.</summary>
    public static HistoricTime Parse(SheetCell cell, DayOrder? order = null) => cell.Kind switch
    {
        CellKind.Moment => FromLocal(cell.Local!.Value, isDayOnly: cell.Number == Math.Floor(cell.Number)),
        CellKind.Number when IsSerial(cell.Number) => FromSerial(cell.Number),
        CellKind.Truth or CellKind.Fault => Refused(Unreadable),
        _ => Parse(cell.Text, order),
    };

    /// <inheritdoc cref="Parse(SheetCell, DayOrder?)"/>
    public static HistoricTime Parse(string? text, DayOrder? order = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refused(Missing);
        }

        var folded = text.Length <= LongestText ? Fold(text) : "";
        if (double.TryParse(folded, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && IsSerial(serial) && folded.Length >= 5)
        {
            return FromSerial(serial);
        }

        folded = order is { } told ? InOrder(folded, told) : folded;
        var match = Compact().Match(folded) is { Success: true } compact ? compact : Usual().Match(folded);
        return match.Success ? FromParts(match)
            : YearLast().IsMatch(folded) ? Refused(Ambiguous)
            : ShortYear().IsMatch(folded) ? Refused(TwoDigitYear)
            : Refused(Unreadable);
    }

    private static string InOrder(string folded, DayOrder order)
    {
        var match = YearLast().Match(folded);
        var (day, month) = order == DayOrder.DayFirst ? ("a", "b") : ("b", "a");
        return match.Success ? $"{match.Groups["y"]}-{match.Groups[month]}-{match.Groups[day]}{match.Groups["rest"]}" : folded;
    }

    private static HistoricTime Refused(string code) => new() { Refusal = code };

    private static bool IsSerial(double number) => number is >= FirstSerial and < EndSerial;

    private static HistoricTime FromSerial(double serial) => FromLocal(ExcelSerial.ToLocal(serial)!.Value, isDayOnly: serial == Math.Floor(serial));

    private static string Fold(string text)
    {
        var folded = new StringBuilder(PlainText.Line(text, LongestText).Text.Normalize(NormalizationForm.FormKC).ToLowerInvariant());
        folded.Replace("上午", " am ").Replace("下午", " pm ");
        folded.Replace('年', '-').Replace('月', '-').Replace('日', ' ').Replace('时', ':').Replace('点', ':').Replace('分', ':').Replace('秒', ' ');
        return Spaces().Replace(folded.ToString(), " ").Trim();
    }

    private static HistoricTime FromParts(Match match)
    {
        var (hour, isNextDay) = HourOf(match);
        var parts = new[] { Part(match, "y"), Part(match, "mo"), Part(match, "d"), hour, Part(match, "mi"), Part(match, "s") };
        var text = string.Create(CultureInfo.InvariantCulture, $"{parts[0]:D4}-{parts[1]:D2}-{parts[2]:D2} {parts[3]:D2}:{parts[4]:D2}:{parts[5]:D2}");
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Refused(Impossible);
        }

        if (local < First || local >= End)
        {
            return Refused(OutOfRange);
        }

        local = local.AddMilliseconds(Milliseconds(match)).AddDays(isNextDay ? 1 : 0);
        return match.Groups["z"] is { Success: true, Value: var zone }
            ? FromZone(local, zone)
            : FromLocal(local, isDayOnly: !match.Groups["h"].Success);
    }

    // 24:00 ends a day in Chinese official writing; a marked hour runs from 1 to 12.
    private static (int Hour, bool IsNextDay) HourOf(Match match)
    {
        var hour = Part(match, "h");
        var mark = match.Groups["ap"].Value + match.Groups["ap2"].Value;
        return (hour, mark) switch
        {
            (24, "") when Part(match, "mi") == 0 && Part(match, "s") == 0 => (0, true),
            ( > 12, "am") or (0, "am" or "pm") or (_, not ("" or "am" or "pm")) => (99, false),
            (12, "am") => (0, false),
            ( < 12, "pm") => (hour + 12, false),
            _ => (hour, false),
        };
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private static int Milliseconds(Match match) => Part(match, "f") is 0 ? 0 : int.Parse(match.Groups["f"].Value.PadRight(3, '0')[..3], CultureInfo.InvariantCulture);

    private static HistoricTime FromZone(DateTime local, string zone)
    {
        var digits = zone.Replace(":", "", StringComparison.Ordinal);
        var offset = digits == "z" ? TimeSpan.Zero
            : new TimeSpan(int.Parse(digits[1..3], CultureInfo.InvariantCulture), int.Parse(digits[3..5], CultureInfo.InvariantCulture), 0) * (digits[0] == '-' ? -1 : 1);
        return Math.Abs(offset.TotalHours) > 14 ? Refused(Impossible)
            : new HistoricTime { At = DateTime.SpecifyKind(local - offset, DateTimeKind.Utc) };
    }

    // Clocks jumped forward on six days of 1986 to 1991: the hour that was skipped never was.
    private static HistoricTime FromLocal(DateTime local, bool isDayOnly) =>
        local < First || local >= End ? Refused(OutOfRange)
        : Zone.IsInvalidTime(local) ? Refused(Impossible)
        : new HistoricTime { At = TimeZoneInfo.ConvertTimeToUtc(local, Zone), IsDayOnly = isDayOnly };

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/.](?<mo>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?:[ t]+(?<ap>am|pm)? ?(?<h>[0-9]{1,2}):(?:(?<mi>[0-9]{1,2})(?::(?<s>[0-9]{1,2})(?:\.(?<f>[0-9]{1,7}))?)?)?:? ?(?<ap2>am|pm)? ?(?<z>z|[+-][0-9]{2}:?[0-9]{2})?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Usual();

    [GeneratedRegex("^(?<y>(?:19|20)[0-9]{2})(?<mo>[0-9]{2})(?<d>[0-9]{2})(?: ?(?<h>[0-9]{2})(?<mi>[0-9]{2})(?<s>[0-9]{2})?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();

    // 03/04/2019 and 28.02.2019 alike: which number is the month depends on who wrote it.
    [GeneratedRegex("^(?<a>[0-9]{1,2})[-/. ](?<b>[0-9]{1,2})[-/. ](?<y>[0-9]{4})(?<rest>[^0-9].*)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex YearLast();

    [GeneratedRegex("^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[^0-9].*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex ShortYear();
}
