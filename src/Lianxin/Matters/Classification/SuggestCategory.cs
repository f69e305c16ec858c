using System.Globalization;
using Lianxin.Profiles;

namespace Lianxin.Matters;

/// <summary>A proposed category and the words that speak for it.</summary>
public sealed record CategorySuggestion(ProfileCategory Category, IReadOnlyList<string> Words);

/// <summary>
/// Proposes categories for what a person wrote, by the keywords of the lists: pure, so that it can be shown and tried. It only proposes;
/// a person confirms each matter (WQ-38).
/// </summary>
public static class SuggestCategory
{
    /// <summary>The best leaves first, at most <paramref name="most"/>; none when no keyword occurs.</summary>
    public static IReadOnlyList<CategorySuggestion> For(string words, Profile lists, int most = 3)
    {
        var text = Folded(words);
        return [.. lists.Leaves
            .Select(leaf => (Leaf: leaf, Own: Found(text, leaf.Keywords), Above: Above(text, leaf, lists)))
            .Where(c => c.Own.Count > 0)
            .Select(c => (c.Leaf, c.Own, Weight: (4 * c.Own.Sum(Length)) + c.Above))
            .OrderByDescending(c => c.Weight).ThenBy(c => c.Leaf.Code, StringComparer.Ordinal)
            .Take(most)
            .Select(c => new CategorySuggestion(c.Leaf, c.Own))];
    }

    // A keyword of a group alone is too weak to propose one of its leaves; it only weighs in.
    private static int Above(string text, ProfileCategory leaf, Profile lists)
    {
        var sum = 0;
        for (var at = leaf.Parent; at is not null; at = lists.Category(at).Parent)
        {
            sum += Found(text, lists.Category(at).Keywords).Sum(Length);
        }

        return sum;
    }

    private static List<string> Found(string text, IEnumerable<string> keywords) =>
        [.. keywords.Where(k => k.Length > 0 && text.Contains(Folded(k), StringComparison.Ordinal)).Distinct()];

    private static int Length(string word) => StringInfo.ParseCombiningCharacters(word).Length;

    private static string Folded(string text) => text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
}
