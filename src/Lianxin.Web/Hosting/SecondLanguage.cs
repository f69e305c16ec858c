using System.Globalization;
using Lianxin.Matters;
using Lianxin.Texts;
using Lianxin.Units;

namespace Lianxin.Web.Hosting;

/// <summary>The heart of a receipt once more in another language: Chinese and Korean stand together for who chose Korean (WQ-17).</summary>
public sealed record SecondLanguage(CultureInfo Culture, string Subject, string Owner, string? Day, string? End, string? Code)
{
    private const string Korean = "ko";

    /// <summary>What stands below the receipt; null when its person reads the page's language only.</summary>
    public static SecondLanguage? Of(Matter matter, string subject, UnitTree units, DateOnly today, string? code, CultureInfo page)
    {
        if (matter.Language != Korean)
        {
            return null;
        }

        var other = Words.Cultures.First(c => (c.Name == Korean) != (page.Name == Korean));
        var isOver = matter.State is MatterState.Answered or MatterState.Closed;
        return new SecondLanguage(
            other,
            subject,
            units.NameOf(matter.OfferedTo ?? matter.Unit, today, other.Name),
            matter.DueOn is { } due && !isOver ? Words.Get("receipt.before", other, Words.Day(due, other)) : null,
            matter.Outcome is { } outcome && !matter.IsHistory ? ValueWords.Of(outcome, other) : null,
            code);
    }

    /// <summary>A code in groups of three.</summary>
    public static string Grouped(string digits) => Words.Number(digits);

    /// <summary>A text of that language.</summary>
    public string Text(string key) => Words.Get(key, Culture);
}
