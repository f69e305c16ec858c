using System.Collections.Frozen;
using System.Text;

namespace Lianxin.Search;

/// <summary>How Han characters are read aloud, without tones (v for ü); data and licence: THIRD-PARTY.md.</summary>
public static class Pinyin
{
    private const string Resource = "Lianxin.Search.pinyin.txt";

    private static readonly Lazy<FrozenDictionary<int, string[]>> Table = new(Load);

    /// <summary>Every known reading, the usual one first; empty for what is no Han character or has no known reading.</summary>
    public static IReadOnlyList<string> Readings(Rune rune) => Table.Value.TryGetValue(rune.Value, out var readings) ? readings : [];

    /// <summary>
    /// The first letters by the usual readings, letters and digits as they stand: 若士社区 gives <c>rssq</c>. For showing and sorting;
    /// to find a name by what was typed use <see cref="PinyinMatch"/>, which tries all readings.
    /// </summary>
    public static string Initials(string name)
    {
        var initials = new StringBuilder();
        foreach (var rune in Bigrams.Fold(name).Where(Bigrams.IsWord))
        {
            initials.Append(Readings(rune) is [var usual, ..] ? usual[..1] : rune.ToString());
        }

        return initials.ToString();
    }

    private static FrozenDictionary<int, string[]> Load()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var usual = new Dictionary<int, string>();
        var others = new List<(int Character, string Syllable)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                var bar = line.IndexOf('|', StringComparison.Ordinal);
                var syllable = line[..space];
                usual.EnsureCapacity(22_000);
                Each(line[(space + 1)..bar], character => usual.Add(character, syllable));
                Each(line[(bar + 1)..], character => others.Add((character, syllable)));
            }
        }

        var more = others.ToLookup(other => other.Character, other => other.Syllable);
        return usual.ToFrozenDictionary(pair => pair.Key, pair => (string[])[pair.Value, .. more[pair.Key]]);
    }

    private static void Each(string characters, Action<int> take)
    {
        foreach (var rune in characters.EnumerateRunes())
        {
            take(rune.Value);
        }
    }
}
