using System.Text;
using Lianxin.Matters;
using Lianxin.Profiles;

namespace Lianxin.Exchange;

/// <summary>The words of categories, places and channels as tables write them, found by the whole name only; a name of two things is none.</summary>
internal sealed class ImportNames
{
    private readonly Dictionary<string, string?> _categories = [];
    private readonly Dictionary<string, string?> _places = [];
    private readonly Dictionary<string, string?> _channels = [];

    internal ImportNames(Rulebook book)
    {
        foreach (var category in book.Lists.Leaves)
        {
            Add(_categories, category.Code, [category.Code, .. Labels(category.Label), .. Labels(category.Office), .. category.Formerly.SelectMany(f => (string[])[f.Label, f.Office])]);
        }

        foreach (var place in book.Units.Places.All(book.Today))
        {
            var places = book.Units.Places;
            Add(_places, place.Code, [place.Code, places.FullName(place.Code, book.Today), .. places.NamesOf(place.Code).Select(n => n.Name), .. places.AliasesOf(place.Code)]);
        }

        foreach (var channel in book.Lists.Channels)
        {
            Add(_channels, channel.Code, [channel.Code, .. Labels(channel.Label)]);
        }
    }

    internal string? Category(string name) => _categories.GetValueOrDefault(Fold(name));

    internal string? Place(string name) => _places.GetValueOrDefault(Fold(name));

    internal string? Channel(string name) => _channels.GetValueOrDefault(Fold(name));

    private static IEnumerable<string> Labels(Label label) => Label.Languages.Select(label.Exactly).OfType<string>();

    private static void Add(Dictionary<string, string?> all, string code, IEnumerable<string> names)
    {
        foreach (var name in names.Select(Fold).Where(n => n.Length > 0))
        {
            all[name] = !all.TryGetValue(name, out var other) || other == code ? code : null;
        }
    }

    private static string Fold(string name) => name.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
}
