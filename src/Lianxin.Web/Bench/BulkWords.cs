using System.Security.Cryptography;
using System.Text;
using Lianxin.Web.Demo;

namespace Lianxin.Web.Bench;

/// <summary>The words and links of bulk matters that a bench asks for again: the same for the same number.</summary>
internal sealed class BulkWords(DemoTownBook town)
{
    /// <summary>How many rare words there are; every second matter says one of them.</summary>
    internal const int RareCount = 2000;

    private readonly string[] _first = [.. DemoDeskWords.Read()["surnames"].Where(s => s.Length == 1).Distinct()];
    private readonly char[] _more = [.. town.Estates.SelectMany(e => e.Name + e.Road).Distinct().Where(c => c >= '\u4e00').Order()];

    /// <summary>A word of two to four characters that few matters say.</summary>
    internal string Rare(int index)
    {
        var dice = new DemoDice(DemoPlan.UsualSeed, 1_000_000_000L + index);
        var word = new StringBuilder(dice.Any(_first));
        for (var more = 1 + (index % 3); more > 0; more--)
        {
            word.Append(dice.Any(_more));
        }

        return word.ToString();
    }

    /// <summary>The link of a bulk matter's tracking page. A real one is random.</summary>
    internal static string Link(int index) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"bench {index}")).AsSpan(0, 16));
}
