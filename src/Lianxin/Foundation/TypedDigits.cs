using System.Globalization;
using System.Text;

namespace Lianxin.Foundation;

/// <summary>Digits as people type them: full-width or grouped by spaces and dashes of any kind.</summary>
public static class TypedDigits
{
    // Longer than any grouping a person uses; keeps hostile input from being walked.
    private const int LongestTyped = 64;

    /// <summary>Exactly <paramref name="count"/> ASCII digits, or null when anything else was typed.</summary>
    public static string? Read(string? typed, int count)
    {
        if (typed is null || typed.Length > LongestTyped)
        {
            return null;
        }

        var digits = new StringBuilder(count);
        foreach (var character in typed)
        {
            if (DigitOf(character) is { } digit)
            {
                digits.Append(digit);
            }
            else if (!IsGap(character))
            {
                return null;
            }
        }

        return digits.Length == count ? digits.ToString() : null;
    }

    private static char? DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character,
        >= '\uFF10' and <= '\uFF19' => (char)(character - '\uFF10' + '0'),
        _ => null,
    };

    private static bool IsGap(char character) =>
        char.IsWhiteSpace(character) || character is '\u2212' or '\u200B' or '\uFEFF' || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;
}
