using System.Text;

namespace Lianxin.Search;

/// <summary>
/// Whether a name is what a person means by the letters typed: any part of the name as it is written, or, from its beginning, each
/// character by its first letters up to its whole reading (<c>rssq</c>, <c>ruoshi</c>, <c>ruossq</c>). Every reading counts.
/// </summary>
public static class PinyinMatch
{
    // One bit a typed letter; also far more than anybody types to find a name.
    private const int LongestTyped = 63;

    /// <summary>False for nothing typed.</summary>
    public static bool Matches(string name, string? typed)
    {
        var wanted = Letters(typed ?? "").ConvertAll(rune => rune.Value == 'ü' ? new Rune('v') : rune);
        if (wanted.Count is 0 or > LongestTyped)
        {
            return false;
        }

        var letters = Letters(name);
        return Contains(letters, wanted) || (wanted.TrueForAll(rune => rune.IsAscii) && IsReadSo(letters, wanted));
    }

    private static List<Rune> Letters(string text) => [.. Bigrams.Fold(text).Where(Bigrams.IsWord)];

    private static bool Contains(List<Rune> name, List<Rune> wanted)
    {
        for (var at = 0; at + wanted.Count <= name.Count; at++)
        {
            if (name.GetRange(at, wanted.Count).SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }

    // Bit n of `reached`: the first n typed letters can be spent on the characters seen so far.
    private static bool IsReadSo(List<Rune> name, List<Rune> wanted)
    {
        var typed = string.Concat(wanted);
        var done = 1UL << typed.Length;
        var reached = 1UL;
        foreach (var rune in name)
        {
            var next = 0UL;
            for (var spent = 0; spent < typed.Length; spent++)
            {
                if ((reached & (1UL << spent)) != 0)
                {
                    next |= Spend(rune, typed, spent);
                }
            }

            if ((next & done) != 0)
            {
                return true;
            }

            if (next == 0)
            {
                return false;
            }

            reached = next;
        }

        return false;
    }

    private static ulong Spend(Rune rune, string typed, int spent)
    {
        var readings = Pinyin.Readings(rune);
        var next = 0UL;
        foreach (var reading in readings.Count > 0 ? readings : [rune.ToString()])
        {
            for (var length = 1; length <= reading.Length && spent + length <= typed.Length && reading[length - 1] == typed[spent + length - 1]; length++)
            {
                next |= 1UL << (spent + length);
            }
        }

        return next;
    }
}
