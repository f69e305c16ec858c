using System.Globalization;
using Lianxin.Texts;

namespace Lianxin.Web.Verbs;

/// <summary>The words of the command line: Chinese where the terminal's language is Chinese, English everywhere else.</summary>
public static class VerbWords
{
    /// <summary>The terminal's language.</summary>
    public static CultureInfo Language { get; } = CultureInfo.GetCultureInfo(
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "").StartsWith("zh", StringComparison.Ordinal) ? "zh-Hans" : "en");

    /// <summary>The text of a key.</summary>
    public static string Say(string key, params object[] arguments) => Words.Get(key, Language, arguments);
}
