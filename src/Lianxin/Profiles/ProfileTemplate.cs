using System.Text.RegularExpressions;

namespace Lianxin.Profiles;

/// <summary>A text with {{fields}}: a notice in all four languages, or a reply for one root category.</summary>
public sealed partial record ProfileTemplate(string Code, string Use, string? Category, Label Label, Label Text)
{
    /// <summary>The codes between double braces, in order, each once.</summary>
    public static IReadOnlyList<string> FieldsOf(string text) =>
        [.. Field().Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
