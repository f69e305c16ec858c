using Lianxin.Search;

namespace Lianxin.Units;

/// <summary>
/// The units of the district as one picture, asked as of a day: a matter shows the names of its registration day (ED-16).
/// It does not change; <see cref="UnitBook"/> hands out a new one when something was recorded.
/// </summary>
public sealed class UnitTree
{
    private readonly Unit[] _all;
    private readonly Dictionary<Guid, Unit> _units;
    private readonly Dictionary<string, Unit> _byCode;
    private readonly Dictionary<Guid, Dated<UnitName>> _names;
    private readonly Dictionary<Guid, Dictionary<string, Dated<UnitTopic>>> _topics;
    private readonly UnitRows _rows;

    internal UnitTree(UnitRows rows)
    {
        _rows = rows;
        Places = new PlaceTree(rows);
        _all = [.. rows.Units.OrderBy(u => u.Code, StringComparer.Ordinal)];
        _units = _all.ToDictionary(u => u.Id);
        _byCode = rows.Units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        _names = rows.UnitNames.GroupBy(n => n.Unit).ToDictionary(g => g.Key, g => new Dated<UnitName>(g, n => n.FromOn, n => n.Seq));
        _topics = rows.Topics.GroupBy(t => t.Unit).ToDictionary(
            g => g.Key,
            g => g.GroupBy(t => t.Topic).ToDictionary(t => t.Key, t => new Dated<UnitTopic>(t, x => x.FromOn, x => x.Seq)));
    }

    /// <summary>The places of the same picture.</summary>
    public PlaceTree Places { get; }

    /// <summary>The unit of that id; null for an unknown one.</summary>
    public Unit? Unit(Guid id) => _units.GetValueOrDefault(id);

    /// <summary>The unit of that code; null for an unknown one.</summary>
    public Unit? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Every unit there ever was, by code.</summary>
    public IReadOnlyList<Unit> All => _all;

    /// <summary>The units that exist on that day, by code.</summary>
    public IReadOnlyList<Unit> Units(DateOnly on) => [.. _all.Where(u => IsOpen(u, on))];

    /// <summary>The units that had closed by that day.</summary>
    public IEnumerable<Guid> ClosedBy(DateOnly on) => _all.Where(u => u.ClosedOn is { } closed && closed <= on).Select(u => u.Id);

    /// <summary>True when the unit exists on that day.</summary>
    public bool IsOpen(Guid unit, DateOnly on) => Unit(unit) is { } known && IsOpen(known, on);

    /// <summary>The unit's name on that day, in English where <paramref name="language"/> is en and one is recorded; empty for an unknown unit.</summary>
    public string NameOf(Guid unit, DateOnly on, string language = "zh-Hans")
    {
        if (Row(unit, on) is not { } row)
        {
            return "";
        }

        var english = language.StartsWith("en", StringComparison.Ordinal) ? _rows.Word(row.NameSeq, "english") : "";
        return english.Length > 0 ? english : _rows.Word(row.NameSeq, "name");
    }

    /// <summary>All names the unit ever bore, oldest first, each with its first day.</summary>
    public IReadOnlyList<(DateOnly FromOn, string Name)> NamesOf(Guid unit) =>
        _names.TryGetValue(unit, out var names) ? [.. names.All.Select(n => (n.FromOn, _rows.Word(n.Value.NameSeq, "name")))] : [];

    /// <summary>The unit above on that day; null at the top.</summary>
    public Guid? ParentOf(Guid unit, DateOnly on) => Row(unit, on)?.Parent;

    /// <summary>The code of the place the unit works for on that day.</summary>
    public string? PlaceOf(Guid unit, DateOnly on) => Row(unit, on)?.Place;

    /// <summary>The units directly below on that day; null asks for the top.</summary>
    public IReadOnlyList<Unit> Children(Guid? unit, DateOnly on) => [.. Units(on).Where(u => ParentOf(u.Id, on) == unit)];

    /// <summary>True when <paramref name="unit"/> is the ancestor or stands anywhere below it on that day.</summary>
    public bool IsWithin(Guid unit, Guid ancestor, DateOnly on)
    {
        Guid? at = unit;
        for (var steps = 0; at is { } id && steps <= _units.Count; steps++)
        {
            if (id == ancestor)
            {
                return true;
            }

            at = ParentOf(id, on);
        }

        return false;
    }

    /// <summary>Where people find the unit; empty when not recorded.</summary>
    public string AddressOf(Guid unit) => Contact(unit, "address");

    /// <summary>The unit's phone; empty when not recorded.</summary>
    public string PhoneOf(Guid unit) => Contact(unit, "phone");

    /// <summary>The topics the unit answers for on that day, sorted.</summary>
    public IReadOnlyList<string> TopicsOf(Guid unit, DateOnly on) => _topics.TryGetValue(unit, out var topics)
        ? [.. topics.Where(t => t.Value.On(on)?.Answers == true).Select(t => t.Key).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>True when the unit answers for the topic on that day.</summary>
    public bool Answers(Guid unit, string topic, DateOnly on) =>
        _topics.TryGetValue(unit, out var topics) && topics.TryGetValue(topic, out var dated) && dated.On(on)?.Answers == true;

    /// <summary>The units that answer for the topic on that day, by code.</summary>
    public IReadOnlyList<Unit> UnitsFor(string topic, DateOnly on) => [.. Units(on).Where(u => Answers(u.Id, topic, on))];

    /// <summary>The unit that answers for the topic nearest to the place, going up the place tree of that day, then the district's; null when none does.</summary>
    public Unit? UnitFor(string topic, string? placeCode, DateOnly on)
    {
        var candidates = UnitsFor(topic, on);
        foreach (var place in placeCode is null ? [] : Places.Path(placeCode, on).Reverse())
        {
            if (candidates.FirstOrDefault(u => PlaceOf(u.Id, on) == place) is { } near)
            {
                return near;
            }
        }

        return candidates.FirstOrDefault(u => PlaceOf(u.Id, on) is not { } place || Places.Place(place)?.Level.Rank() == 0);
    }

    /// <summary>The unit of one of the kinds that works for the place itself or the nearest place above it on that day.</summary>
    public Unit? UnitAt(string placeCode, DateOnly on, params ReadOnlySpan<string> kinds)
    {
        var all = Units(on);
        foreach (var place in Places.Path(placeCode, on).Reverse())
        {
            foreach (var unit in all)
            {
                if (PlaceOf(unit.Id, on) == place && kinds.Contains(unit.Kind))
                {
                    return unit;
                }
            }
        }

        return null;
    }

    /// <summary>The units of that day whose name of any day, or code, is what the text says or abbreviates in pinyin; present names first.</summary>
    public IReadOnlyList<Unit> UnitSearch(string text, DateOnly on, int most = 20) =>
        [.. Units(on).Where(u => u.Code == text || NamesOf(u.Id).Any(n => PinyinMatch.Matches(n.Name, text)))
            .OrderBy(u => PinyinMatch.Matches(NameOf(u.Id, on), text) ? 0 : 1).Take(most)];

    /// <summary>See <see cref="PlaceTree.Place"/>.</summary>
    public Place? Place(string code) => Places.Place(code);

    /// <summary>See <see cref="PlaceTree.Name"/>.</summary>
    public string PlaceName(string code, DateOnly on) => Places.Name(code, on);

    /// <summary>See <see cref="PlaceTree.Path"/>.</summary>
    public IReadOnlyList<string> PlacePath(string code, DateOnly on) => Places.Path(code, on);

    /// <summary>See <see cref="PlaceTree.Under"/>.</summary>
    public IReadOnlyList<Place> PlacesUnder(string code, DateOnly on) => Places.Under(code, on);

    /// <summary>See <see cref="PlaceTree.Search"/>.</summary>
    public IReadOnlyList<Place> PlaceSearch(string text, DateOnly on, int most = 20) => Places.Search(text, on, most);

    internal UnitName? Row(Guid unit, DateOnly on) => _names.TryGetValue(unit, out var names) ? names.OnOrFirst(on) : null;

    private static bool IsOpen(Unit unit, DateOnly on) => unit.FoundedOn <= on && (unit.ClosedOn is not { } closed || on < closed);

    private string Contact(Guid unit, string path) => Unit(unit)?.ContactSeq is { } seq ? _rows.Word(seq, path) : "";
}
