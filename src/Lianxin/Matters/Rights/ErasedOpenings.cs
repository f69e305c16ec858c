using System.Globalization;
using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>The openings of an erasure as an entry carries them: short, so that a long thread fits, and in parts where it does not.</summary>
internal static class ErasedOpenings
{
    /// <summary>Entries named in one fact at most, far below an entry's 16 KiB.</summary>
    internal const int Most = 120;

    /// <summary>The openings in parts.</summary>
    internal static IEnumerable<string[]> Parts(IEnumerable<Erasure> openings) => openings
        .GroupBy(o => (o.Access, o.Seq))
        .OrderBy(g => g.Key)
        .Select(g => (g.Key.Access ? "a" : "") + g.Key.Seq.ToString(CultureInfo.InvariantCulture) + ":" + string.Join(',', g.Select(o => o.Path).Order(StringComparer.Ordinal)))
        .Chunk(Most);

    /// <summary>The openings of one text; a malformed one throws and is thereby a finding.</summary>
    internal static IEnumerable<Erasure> Read(string text)
    {
        var access = text.StartsWith('a');
        var parts = text[(access ? 1 : 0)..].Split(':', 2);
        var seq = long.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture);
        return parts[1].Split(',').Select(path => new Erasure(seq, path, access));
    }
}
