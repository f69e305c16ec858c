using System.Text;

namespace Lianxin.Search;

/// <summary>
/// What a person typed into a search box, as a question to the index of <see cref="Bigrams"/>. All words must occur. A Han word of any
/// length is found wherever its characters stand side by side, one character included; a word of letters or digits from its beginning.
/// Quotes and operators mean nothing. Only the first <see cref="LongestQuery"/> characters and <see cref="MostPhrases"/> words count.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>In characters (runes) typed.</summary>
    public const int LongestQuery = 100;

    /// <summary>Words asked for at once.</summary>
    public const int MostPhrases = 12;

    private readonly IReadOnlyList<Phrase> phrases;

    private SearchQuery(IReadOnlyList<Phrase> phrases, bool wasCut) => (this.phrases, WasCut) = (phrases, wasCut);

    /// <summary>Nothing to look for was typed: list everything or ask for words, but do not query.</summary>
    public bool IsEmpty => phrases.Count == 0;

    /// <summary>The query was longer than its bounds: say that only its beginning was looked for.</summary>
    public bool WasCut { get; }

    /// <summary>For <c>table MATCH $q</c> in FTS5; never run when <see cref="IsEmpty"/>.</summary>
    public string Match => string.Join(" AND ", phrases.Select(phrase => $"\"{string.Join(' ', phrase.Words)}\"{(phrase.IsOpen ? " *" : "")}"));

    /// <summary>For <c>column @@ $q::tsquery</c> in PostgreSQL; never run when <see cref="IsEmpty"/>.</summary>
    public string TsQuery => string.Join(" & ", phrases.Select(Followed));

    /// <summary>Never fails: what holds no word gives an empty query.</summary>
    public static SearchQuery Parse(string? typed)
    {
        var (text, wasCut) = Cut(typed ?? "");
        var found = new List<Phrase>();
        var chunk = new List<Bigrams.Run>();
        foreach (var run in Bigrams.Runs(text))
        {
            if (!run.IsJoined && chunk.Count > 0)
            {
                found.Add(PhraseOf(chunk));
                chunk.Clear();
            }

            chunk.Add(run);
        }

        if (chunk.Count > 0)
        {
            found.Add(PhraseOf(chunk));
        }

        var asked = found.DistinctBy(phrase => (string.Join(' ', phrase.Words), phrase.IsOpen)).ToList();
        return new SearchQuery([.. asked.Take(MostPhrases)], wasCut || asked.Count > MostPhrases);
    }

    private static (string Text, bool WasCut) Cut(string typed)
    {
        var text = new StringBuilder();
        var runes = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            if (runes++ == LongestQuery)
            {
                return (text.ToString(), true);
            }

            text.Append(rune.ToString());
        }

        return (text.ToString(), false);
    }

    // The index ends each CJK run with its last character alone; a query's run may go on in the text, so it ends with a pair instead,
    // or, being one character, asks for what begins with it.
    private static Phrase PhraseOf(List<Bigrams.Run> chunk)
    {
        var words = chunk.SelectMany(Bigrams.WordsOf).ToList();
        var last = chunk[^1];
        if (last.IsPaired && last.Signs.Count > 1)
        {
            words.RemoveAt(words.Count - 1);
            return new Phrase(words, IsOpen: false);
        }

        return new Phrase(words, IsOpen: true);
    }

    private static string Followed(Phrase phrase)
    {
        var quoted = phrase.Words.Select(word => $"'{word}'").ToList();
        return $"({string.Join(" <-> ", quoted)}{(phrase.IsOpen ? ":*" : "")})";
    }

    private sealed record Phrase(IReadOnlyList<string> Words, bool IsOpen);
}
