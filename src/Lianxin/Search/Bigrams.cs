using System.Globalization;
using System.Text;
using Lianxin.Foundation;

namespace Lianxin.Search;

/// <summary>
/// Cuts a text into the words of the search index, so that two-character words are found without a dictionary. A run of Han, Hangul or
/// kana gives each pair of neighbours and, last, its final character alone; a run of other letters and digits is one word. Everything is
/// folded (NFKC, lower case). Words hold nothing but ASCII letters and digits, common CJK and <c>ǀ</c> before the code of any rarer
/// character, which neither SQLite's unicode61 nor PostgreSQL can be trusted to keep whole.
/// </summary>
public static class Bigrams
{
    /// <summary>Longer runs of letters are cut here, in the index and in queries alike (PostgreSQL bounds a word at 2,046 bytes).</summary>
    public const int LongestWord = 64;

    // PostgreSQL counts positions no further (limits of text search).
    private const int LastPosition = 16_383;

    private const char RareMark = '\u01C0';

    /// <summary>The words of a text, in order, repeated as they repeat.</summary>
    public static IEnumerable<string> Words(string text) => Runs(text).SelectMany(WordsOf);

    /// <summary>The words parted by spaces: the column of an FTS5 table with <c>tokenize = "unicode61 remove_diacritics 0"</c>.</summary>
    public static string Column(string text) => string.Join(' ', Words(text));

    /// <summary>The words with their positions, to be cast: <c>$1::tsvector</c>. No parser of the database's sees them.</summary>
    public static string Vector(string text)
    {
        var vector = new StringBuilder();
        var position = 0;
        foreach (var word in Words(text))
        {
            position = Math.Min(position + 1, LastPosition);
            vector.Append(vector.Length == 0 ? "" : " ").Append('\'').Append(word).Append("':").Append(position.ToString(CultureInfo.InvariantCulture));
        }

        return vector.ToString();
    }

    /// <summary>The words a run gives to the index.</summary>
    internal static IEnumerable<string> WordsOf(Run run)
    {
        if (!run.IsPaired)
        {
            yield return string.Concat(run.Signs.Take(LongestWord));
            yield break;
        }

        for (var at = 0; at + 1 < run.Signs.Count; at++)
        {
            yield return run.Signs[at] + run.Signs[at + 1];
        }

        yield return run.Signs[^1];
    }

    /// <summary>The text's runs; <see cref="Run.IsJoined"/> when nothing stood between a run and the one before.</summary>
    internal static IEnumerable<Run> Runs(string text)
    {
        var signs = new List<string>();
        var (paired, joined, gap) = (false, false, true);
        foreach (var rune in Fold(text))
        {
            var isWord = IsWord(rune);
            if (signs.Count > 0 && (!isWord || IsPaired(rune) != paired))
            {
                yield return new Run(signs, paired, joined);
                signs = [];
                gap = false;
            }

            if (!isWord)
            {
                gap = true;
                continue;
            }

            if (signs.Count == 0)
            {
                (paired, joined) = (IsPaired(rune), !gap);
            }

            signs.Add(SignOf(rune));
        }

        if (signs.Count > 0)
        {
            yield return new Run(signs, paired, joined);
        }
    }

    internal static IEnumerable<Rune> Fold(string text)
    {
        var whole = PlainText.WellFormed(text).Normalize(NormalizationForm.FormKC);
        return whole.EnumerateRunes().Where(rune => !IsMark(rune)).Select(Rune.ToLowerInvariant);
    }

    /// <summary>Private-use characters count as letters: they are how names outside Unicode were written for thirty years.</summary>
    internal static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse
        || IsHan(rune.Value);

    internal static bool IsPaired(Rune rune) => IsHan(rune.Value) || IsKana(rune.Value) || IsHangul(rune.Value) || rune.Value is >= 0xE000 and <= 0xF8FF;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsHan(int value) =>
        value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFD) or 0x3005 or 0x3007;

    private static bool IsKana(int value) => value is (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FA) or 0x30FC;

    private static bool IsHangul(int value) => value is >= 0xAC00 and <= 0xD7A3;

    private static string SignOf(Rune rune)
    {
        var isPlain = rune.Value < 0x80 || IsHangul(rune.Value) || IsKana(rune.Value) || rune.Value is (>= 0x4E00 and <= 0x9FA5) or (>= 0x3400 and <= 0x4DB5);
        return isPlain ? rune.ToString() : RareMark + rune.Value.ToString("x5", CultureInfo.InvariantCulture);
    }

    /// <summary>Neighbouring characters of one sort, each as the index writes it.</summary>
    internal sealed record Run(IReadOnlyList<string> Signs, bool IsPaired, bool IsJoined);
}
