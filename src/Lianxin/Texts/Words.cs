using System.Globalization;
using System.Resources;

namespace Lianxin.Texts;

/// <summary>Every text people read, by key and language. A key a language lacks is read in zh-Hans; a key nobody has throws where the switch <c>Lianxin.Texts.Strict</c> is on, and shows itself elsewhere.</summary>
public static class Words
{
    /// <summary>The switch that turns an unknown key into an exception; the test suite sets it.</summary>
    public const string StrictSwitch = "Lianxin.Texts.Strict";

    private static readonly ResourceManager Resources = new("Lianxin.Texts.Words", typeof(Words).Assembly);

    /// <summary>The four languages, the source language zh-Hans first.</summary>
    public static IReadOnlyList<CultureInfo> Cultures { get; } =
        [new CultureInfo("zh-Hans"), new CultureInfo("zh-Hant"), new CultureInfo("en"), new CultureInfo("ko")];

    /// <summary>The text of a key, its places {0}, {1}… filled in the culture's own number format.</summary>
    public static string Get(string key, CultureInfo culture, params object?[] args)
    {
        var text = Resources.GetString(key, culture);
        if (text is null)
        {
            return Unknown(key);
        }
        return args.Length == 0 ? text : string.Format(culture, text, args);
    }

    /// <summary>The text of a key about a count, which is {0}; a language with a singular keeps it under the key plus ".one".</summary>
    public static string Count(string key, long count, CultureInfo culture) =>
        count == 1 && Resources.GetString(key + ".one", culture) is { } one
            ? string.Format(culture, one, count)
            : Get(key, culture, count);

    /// <summary>Whether any language has the key.</summary>
    public static bool Has(string key) => Resources.GetString(key, Cultures[0]) is not null;

    /// <summary>A day in full with its weekday.</summary>
    public static string Day(DateOnly day, CultureInfo culture) => day.ToString(Get("date.day", culture), culture);

    /// <summary>A day of the running year with its weekday.</summary>
    public static string ShortDay(DateOnly day, CultureInfo culture) => day.ToString(Get("date.short_day", culture), culture);

    /// <summary>A UTC instant as day and 24-hour time on the district's clock, Asia/Shanghai.</summary>
    public static string Instant(DateTime utc, CultureInfo culture) => Local(utc).ToString(Get("date.instant", culture), culture);

    /// <summary>A UTC instant as 24-hour time on the district's clock, Asia/Shanghai.</summary>
    public static string Time(DateTime utc, CultureInfo culture) => Local(utc).ToString("HH:mm", culture);

    /// <summary>A matter number of twelve digits in groups of four; anything else comes back unchanged.</summary>
    public static string Number(string number) =>
        number.Length == 12 ? $"{number[..4]} {number[4..8]} {number[8..]}" : number;

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(
        DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static string Unknown(string key) =>
        AppContext.TryGetSwitch(StrictSwitch, out var strict) && strict
            ? throw new KeyNotFoundException($"No text for the key \"{key}\" in Words.resx.")
            : key;
}
