using System.Text.RegularExpressions;

namespace Lianxin.Tests.Look;

public sealed partial class TextFilesTests
{
    private static readonly string[] ForResidents =
        ["portal.", "photo.", "clock.", "common.", "receipt.", "error.", "control.", "state.", "kind.", "form.", "outcome.", "verdict.", "date."];

    [Fact]
    public void English_has_every_key()
    {
        Assert.Empty(Keys("").Except(Keys(".en")));
    }

    [Theory]
    [InlineData(".ko")]
    [InlineData(".zh-Hant")]
    public void Korean_and_traditional_Chinese_have_every_key_a_resident_meets(string language)
    {
        var wanted = Keys("").Where(key => ForResidents.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
        Assert.Empty(wanted.Except(Keys(language)));
    }

    [Theory]
    [InlineData(".en")]
    [InlineData(".ko")]
    [InlineData(".zh-Hant")]
    public void No_language_has_a_key_the_source_lacks_but_for_a_singular(string language)
    {
        var source = Keys("");
        Assert.All(Keys(language), key => Assert.Contains(key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] : key, source));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".en")]
    [InlineData(".ko")]
    [InlineData(".zh-Hant")]
    public void Keys_stand_once_and_in_order_and_no_text_is_empty(string language)
    {
        var texts = Sources.Texts(language);
        var keys = texts.Select(text => text.Key).ToList();
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
        Assert.DoesNotContain(texts, text => string.IsNullOrWhiteSpace(text.Text));
    }

    [Theory]
    [InlineData(".en")]
    [InlineData(".ko")]
    [InlineData(".zh-Hant")]
    public void A_translation_fills_the_same_places(string language)
    {
        var source = Sources.Texts("").ToDictionary(text => text.Key, text => Places(text.Text));
        var differing = Sources.Texts(language)
            .Where(text => source.TryGetValue(text.Key, out var places) && !Places(text.Text).SetEquals(places))
            .Select(text => text.Key);
        Assert.Empty(differing);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".zh-Hant")]
    public void No_half_width_punctuation_stands_beside_Han(string language)
    {
        var wrong = Sources.Texts(language).Where(text => HasHalfWidth(text.Text)).Select(text => text.Key);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("好,坏", true)]
    [InlineData("受理(今天)", true)]
    [InlineData("好，坏", false)]
    [InlineData("共 12 位，1,240 条", false)]
    public void The_punctuation_check_sees_what_it_is_for(string text, bool isWrong)
    {
        Assert.Equal(isWrong, HasHalfWidth(text));
    }

    [Fact]
    public void Every_key_a_page_asks_for_exists()
    {
        var keys = Keys("");
        var missing = Sources.All(".cshtml", ".cs")
            .SelectMany(path => Asked().Matches(File.ReadAllText(path)).Select(match => $"{Path.GetFileName(path)}: {match.Groups[1].Value}"))
            .Where(asked => !keys.Contains(asked[(asked.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_key_is_used_by_a_page_or_by_code()
    {
        var quoted = Sources.All(".cshtml", ".cs")
            .SelectMany(path => Quoted().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .ToHashSet();
        // A text ending in a dot, or broken off by a value, names all keys that begin so.
        var starts = quoted.Select(text => text.Split('{')[0]).Where(text => text.Length > 3 && text.EndsWith('.')).Distinct().ToList();
        var unused = Keys("").Where(key => !quoted.Contains(key) && !starts.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
        Assert.Empty(unused);
    }

    [Fact]
    public void No_page_holds_Han_of_its_own()
    {
        var wrong = Sources.All(".cshtml")
            .SelectMany(path => File.ReadLines(path).Select((line, index) => (Line: line, At: $"{Path.GetFileName(path)}:{index + 1}")))
            .Where(place => place.Line.Any(Sources.IsHan))
            .Select(place => place.At);
        Assert.Empty(wrong);
    }

    private static HashSet<string> Keys(string language) => [.. Sources.Texts(language).Select(text => text.Key)];

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    private static bool HasHalfWidth(string text)
    {
        const string Marks = ",;:!?()";
        return Enumerable.Range(0, text.Length).Any(at => Marks.Contains(text[at], StringComparison.Ordinal)
            && ((at > 0 && Sources.IsHan(text[at - 1])) || (at + 1 < text.Length && Sources.IsHan(text[at + 1]))));
    }

    [GeneratedRegex("""(?:\bT\[|\bwords\[|\bT\.Count\(|\bwords\.Count\(|Words\.Get\(|Words\.Count\()"([a-z0-9_.]+)"[\],]""", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();

    [GeneratedRegex("\"([a-z0-9_]+\\.[^\"\\s]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\{[0-9]""", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
