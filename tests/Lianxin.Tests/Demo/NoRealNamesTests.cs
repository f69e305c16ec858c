using System.Security.Cryptography;
using System.Text;
using Lianxin.Web.Demo;

namespace Lianxin.Tests.Demo;

/// <summary>The source documents name six private persons; only the first half of each name's SHA-256 stands here, never the name.</summary>
public sealed class NoRealNamesTests
{
    private static readonly HashSet<string> OfThreeCharacters =
    [
        "4689062A34B6F972B2734E135CDBBBD1",
        "68104DD8897F14F1009A202F9F84C959",
        "BD492DF00D66FEFAC14C69576FA14B57",
        "EB646EB801887C6C1C3278498ACF47CC",
    ];

    // Both are ordinary words or parts of them too, so they are looked for in names only.
    private static readonly HashSet<string> OfTwoCharacters =
    [
        "33318DAC5D99175312D1B2B7CAE2D26A",
        "DF49BCDE15EDC45A94C573DBF5D00011",
    ];

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static IEnumerable<string> Windows(string text, int width)
    {
        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToArray();
        return Enumerable.Range(0, Math.Max(0, runes.Length - width + 1)).Select(at => string.Concat(runes[at..(at + width)]));
    }

    private static bool NamesSomebody(string text) => Windows(text, 3).Select(Digest).Any(OfThreeCharacters.Contains);

    [Fact]
    public void No_officer_bears_the_name_of_a_person_in_the_sources() => Assert.All(DemoTownBook.Read().Officers, officer =>
    {
        Assert.False(NamesSomebody(officer.Name), officer.Login);
        Assert.DoesNotContain(Digest(officer.Name), OfTwoCharacters);
    });

    [Fact]
    public void No_file_of_the_town_or_the_profile_names_a_person_of_the_sources()
    {
        var assembly = typeof(DemoTownBook).Assembly;
        var texts = assembly.GetManifestResourceNames().Where(n => n.StartsWith("town/", StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }).Concat(Directory.EnumerateFiles(Profiles.ProfileFolder.Neutral).Select(File.ReadAllText)).ToList();
        Assert.True(texts.Count > 30);
        Assert.All(texts, text => Assert.False(NamesSomebody(text)));
    }

    [Fact]
    public void The_check_finds_a_name_wherever_it_stands()
    {
        var digests = new HashSet<string> { Digest("甲乙丙") };
        Assert.Contains(Windows("转给甲乙丙办理", 3), w => digests.Contains(Digest(w)));
    }
}
