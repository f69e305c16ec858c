using System.Globalization;
using System.Text;

namespace Lianxin.Foundation;

/// <summary>What <see cref="PlainText"/> took out of a typed text, so that the person can be told.</summary>
[Flags]
public enum Removed
{
    None = 0,
    Controls = 1,
    Direction = 2,
    Invisible = 4,
    Broken = 8,
    ExtraMarks = 16,
}

/// <summary>A text fit to be stored, what was taken out of it, and whether it fits its field; a text too long is kept whole.</summary>
public sealed record CleanText(string Text, Removed Removed, int Length, int MaxLength, bool IsTooLong)
{
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>
/// Makes everything typed fit to be stored: NFC, line feeds only, no control, invisible or direction-changing characters; rare
/// characters and their variant selectors stay (GB 18030-2022). Lengths count text elements: what a person sees as one character.
/// </summary>
public static class PlainText
{
    // A text element can hide any number of marks and joins; more runes than this an element are no writing.
    private const int RunesPerElement = 8;

    /// <summary>A text of one line: line breaks and tabs become spaces.</summary>
    public static CleanText Line(string? typed, int maxLength) => Clean(typed, maxLength, oneLine: true);

    /// <summary>A text of many lines: tabs and blank lines stay.</summary>
    public static CleanText Clean(string? typed, int maxLength) => Clean(typed, maxLength, oneLine: false);

    /// <summary>The text with every half of a surrogate pair that stands alone replaced by U+FFFD; needed before normalising.</summary>
    public static string WellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]))
            {
                if (!Rune.TryGetRuneAt(text, at, out _))
                {
                    return Replaced(text);
                }

                at++;
            }
        }

        return text;
    }

    private static CleanText Clean(string? typed, int maxLength, bool oneLine)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        var sieve = new PlainTextSieve(oneLine);
        var composed = sieve.Pass(typed ?? "").Normalize(NormalizationForm.FormC);
        // Composing turns some marks into two: the second pass holds the bound.
        var text = sieve.Pass(composed).Trim();
        var length = new StringInfo(text).LengthInTextElements;
        var runes = text.Length > (long)maxLength * RunesPerElement ? text.EnumerateRunes().Count() : 0;
        return new CleanText(text, sieve.Removed, length, maxLength, length > maxLength || runes > (long)maxLength * RunesPerElement);
    }

    private static string Replaced(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
