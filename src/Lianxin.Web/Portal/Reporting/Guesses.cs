using System.Text;
using Lianxin.Matters;
using Lianxin.Profiles;
using Lianxin.Units;

namespace Lianxin.Web.Portal;

/// <summary>What a person's words suggest: an emergency line, places they name, categories. Pure; the person always decides.</summary>
public static class Guesses
{
    private const int MostPlaces = 4;
    private const int MostCategories = 3;

    /// <summary>The emergency lines whose words occur.</summary>
    public static IReadOnlyList<ProfileEmergency> Emergencies(string words, Profile lists)
    {
        var text = Folded(words);
        return [.. lists.Emergencies.Where(line => line.Words.Any(word => text.Contains(Folded(word), StringComparison.Ordinal)))];
    }

    /// <summary>Communities, villages and grids that the words name, the longest name first.</summary>
    public static IReadOnlyList<Place> Places(string words, UnitTree tree, DateOnly today)
    {
        var text = Folded(words);
        return
        [
            .. tree.Places.All(today)
                .Where(place => place.Level is PlaceLevel.Community or PlaceLevel.Village or PlaceLevel.Grid)
                .Select(place => (Place: place, Length: NamedBy(text, place, tree, today)))
                .Where(found => found.Length > 0)
                .OrderByDescending(found => found.Length).ThenBy(found => found.Place.Code, StringComparer.Ordinal)
                .Take(MostPlaces)
                .Select(found => found.Place),
        ];
    }

    /// <summary>The leaf categories whose keywords occur, the most and longest first.</summary>
    public static IReadOnlyList<ProfileCategory> Categories(string words, Profile lists)
    {
        var text = Folded(words);
        return
        [
            .. lists.Leaves
                .Select((category, place) => (Category: category, Place: place, Score: category.Keywords.Where(word => text.Contains(Folded(word), StringComparison.Ordinal)).Sum(word => word.Length * word.Length)))
                .Where(found => found.Score > 0)
                .OrderByDescending(found => found.Score).ThenBy(found => found.Place)
                .Take(MostCategories)
                .Select(found => found.Category),
        ];
    }

    /// <summary>What the person wants, by the category: a question, or something to be done.</summary>
    public static MatterForm FormOf(string? category, Profile lists) =>
        lists.Leaves.FirstOrDefault(c => c.Code == category)?.Form == "consultation" ? MatterForm.Consultation : MatterForm.Demand;

    // A one-character rest such as 东 of 东村 would be found everywhere.
    private static int NamedBy(string text, Place place, UnitTree tree, DateOnly today)
    {
        var name = Folded(tree.PlaceName(place.Code, today));
        string[] names = [name, .. tree.Places.AliasesOf(place.Code).Select(Folded), name.EndsWith("社区", StringComparison.Ordinal) ? name[..^2] : name];
        return names.Where(n => n.Length >= 2 && text.Contains(n, StringComparison.Ordinal)).Select(n => n.Length).DefaultIfEmpty().Max();
    }

    private static string Folded(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
