using Lianxin.Search;

namespace Lianxin.Units;

/// <summary>The places of the district as one picture, asked as of a day: statistics use the parent of the matter's day (WQ-18).</summary>
public sealed class PlaceTree
{
    private readonly Place[] _all;
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, Dated<PlaceName>> _names;
    private readonly Dictionary<string, PlaceWords> _words;
    private readonly UnitRows _rows;

    internal PlaceTree(UnitRows rows)
    {
        _rows = rows;
        _names = rows.PlaceNames.GroupBy(n => n.Place).ToDictionary(g => g.Key, g => new Dated<PlaceName>(g, n => n.FromOn, n => n.Seq), StringComparer.Ordinal);
        _all = [.. rows.Places.Where(p => _names.ContainsKey(p.Code)).OrderBy(p => p.Code, StringComparer.Ordinal)];
        _places = _all.ToDictionary(p => p.Code, StringComparer.Ordinal);
        var aliases = rows.Aliases.ToLookup(a => a.Place, a => rows.Word(a.Seq, "alias"), StringComparer.Ordinal);
        _words = _places.Keys.ToDictionary(
            code => code,
            code => new PlaceWords([.. NamesOf(code).Select(n => n.Name), .. aliases[code]]),
            StringComparer.Ordinal);
    }

    /// <summary>The place of that code; null for an unknown one.</summary>
    public Place? Place(string code) => _places.GetValueOrDefault(code);

    /// <summary>The places that exist on that day, by code.</summary>
    public IReadOnlyList<Place> All(DateOnly on) => [.. _all.Where(p => p.FoundedOn <= on)];

    /// <summary>The place's name on that day; empty for an unknown place.</summary>
    public string Name(string code, DateOnly on) => Row(code, on) is { } row ? _rows.Word(row.NameSeq, "name") : "";

    /// <summary>All names the place ever bore, oldest first, each with its first day.</summary>
    public IReadOnlyList<(DateOnly FromOn, string Name)> NamesOf(string code) =>
        _names.TryGetValue(code, out var names) ? [.. names.All.Select(n => (n.FromOn, _rows.Word(n.Value.NameSeq, "name")))] : [];

    /// <summary>The other words people use for it.</summary>
    public IReadOnlyList<string> AliasesOf(string code) => [.. _rows.Aliases.Where(a => a.Place == code).Select(a => _rows.Word(a.Seq, "alias"))];

    /// <summary>The place above on that day; null for the district.</summary>
    public string? ParentOf(string code, DateOnly on) => Row(code, on)?.Parent;

    /// <summary>The codes from the district down to the place itself on that day; empty for an unknown place.</summary>
    public IReadOnlyList<string> Path(string code, DateOnly on)
    {
        var path = new List<string>();
        for (string? at = code; at is not null && _places.ContainsKey(at) && path.Count <= _places.Count; at = ParentOf(at, on))
        {
            path.Add(at);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The names along the path below the district, joined: 东桥街道永宁社区.</summary>
    public string FullName(string code, DateOnly on)
    {
        var path = Path(code, on);
        return string.Concat((path.Count > 1 ? path.Skip(1) : path).Select(c => Name(c, on)));
    }

    /// <summary>The places directly below on that day; null asks for the root.</summary>
    public IReadOnlyList<Place> Children(string? code, DateOnly on) => [.. All(on).Where(p => ParentOf(p.Code, on) == code)];

    /// <summary>The place itself and everything below it on that day, by code.</summary>
    public IReadOnlyList<Place> Under(string code, DateOnly on) => [.. All(on).Where(p => Path(p.Code, on).Contains(code))];

    /// <summary>
    /// The places that every word of the text fits: by any name they ever bore, another word for them, the initials in pinyin, the code,
    /// or a place they ever stood below (WQ-18: either parent finds it). Best first.
    /// </summary>
    public IReadOnlyList<Place> Search(string text, DateOnly on, int most)
    {
        var terms = text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant()
            .Split([' ', ',', '、', '/'], StringSplitOptions.RemoveEmptyEntries);
        return terms.Length == 0
            ? []
            : [.. All(on).Select(p => (Place: p, Score: Score(p, terms))).Where(s => s.Score > 0)
                .OrderByDescending(s => s.Score).ThenBy(s => s.Place.Level.Rank()).ThenBy(s => s.Place.Code, StringComparer.Ordinal)
                .Take(most).Select(s => s.Place)];
    }

    private int Score(Place place, string[] terms)
    {
        var sum = 0;
        foreach (var term in terms)
        {
            var own = place.Code.StartsWith(term, StringComparison.Ordinal) ? 8 : _words[place.Code].Score(term);
            var score = own > 0 ? own : Ancestors(place.Code).Any(a => _words[a].Score(term) > 0) ? 1 : 0;
            if (score == 0)
            {
                return 0;
            }

            sum += score;
        }

        return sum;
    }

    private HashSet<string> Ancestors(string code)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([code]);
        while (open.TryDequeue(out var at))
        {
            foreach (var (_, row) in _names[at].All)
            {
                if (row.Parent is { } parent && _names.ContainsKey(parent) && found.Add(parent))
                {
                    open.Enqueue(parent);
                }
            }
        }

        return found;
    }

    private PlaceName? Row(string code, DateOnly on) => _names.TryGetValue(code, out var names) ? names.OnOrFirst(on) : null;
}

/// <summary>The words one place is found by.</summary>
internal sealed class PlaceWords
{
    private readonly string[] _words;

    internal PlaceWords(IReadOnlyList<string> words) =>
        _words = [.. words.Select(w => w.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant())];

    /// <summary>8 for the word itself, 6 for its beginning, 4 for a part of it, 2 for its letters in pinyin, 0 for none.</summary>
    internal int Score(string term) => _words.Length == 0 ? 0 : _words.Max(w =>
        w == term ? 8
        : w.StartsWith(term, StringComparison.Ordinal) ? 6
        : w.Contains(term, StringComparison.Ordinal) ? 4
        : PinyinMatch.Matches(w, term) ? 2
        : 0);
}
