using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Texts;

namespace Lianxin.Web.Hosting;

/// <summary>A refusal in the reader's words: its text with days, states, steps, fields and numbers made readable. For pages, the interface and commands alike.</summary>
public static class RefusalWords
{
    private static readonly HashSet<string> AboutField = ["matter.missing", "matter.too_long", "matter.wrong_day"];
    private static readonly HashSet<string> AboutLink = ["matter.link_missing"];

    /// <summary>The text of the refusal in that language.</summary>
    public static string Of(RefusedException no, CultureInfo language) =>
        Words.Get("refusal." + no.Code, language, [.. no.Arguments.Select((argument, place) => Readable(no.Code, place, argument, language))]);

    private static object Readable(string code, int place, object argument, CultureInfo language) => argument switch
    {
        DateOnly day => Words.Day(day, language),
        DateTime at => Words.Instant(at, language),
        Enum value => ValueWords.Of(value, language),
        string name when place == 0 && AboutField.Contains(code) => Words.Get("field." + name, language),
        string name when place == 0 && AboutLink.Contains(code) => Words.Get("link." + name, language),
        string key when MatterLifecycle.Steps.Any(step => step.Key == key) => Words.Get("step." + key, language),
        string text => Words.Number(text),
        _ => argument,
    };
}
