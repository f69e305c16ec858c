using System.Globalization;

namespace Lianxin.Ledger;

/// <summary>
/// One tile of 256 hashes, or fewer at the right edge (c2sp.org/tlog-tiles): its path <c>tile/&lt;L&gt;/&lt;N&gt;[.p/&lt;W&gt;]</c>
/// and which stored nodes it holds. Entries are not public, so there are no entry bundles.
/// </summary>
public readonly record struct HashTile(int Level, long Index, int Width = HashTile.Full)
{
    /// <summary>Hashes in a full tile.</summary>
    public const int Full = 256;

    private const int Height = 8;
    private const int Levels = 7;

    /// <summary>Reads a path; false when it is not written exactly as the format says.</summary>
    public static bool TryParse(string path, out HashTile tile)
    {
        tile = default;
        var parts = path.Split('/');
        if (parts.Length < 3 || parts[0] != "tile" || !TryNumber(parts[1], Levels - 1, out var level))
        {
            return false;
        }

        var width = (long)Full;
        var end = parts.Length;
        if (parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!TryNumber(parts[^1], Full - 1, out width) || width == 0)
            {
                return false;
            }

            parts[^2] = parts[^2][..^2];
            end--;
        }

        if (!TryIndex(parts.AsSpan(2, end - 2), out var index))
        {
            return false;
        }

        tile = new HashTile((int)level, index, (int)width);
        return true;
    }

    /// <summary>True when a tree of that size has all of the tile's hashes.</summary>
    public bool IsIn(long size) => (Index * Full) + Width <= size >> (Height * Level);

    /// <summary>The nodes whose hashes the tile holds, in order.</summary>
    public IReadOnlyList<NodeId> Nodes()
    {
        var (level, first) = (Height * Level, Index * Full);
        return [.. Enumerable.Range(0, Width).Select(i => new NodeId(level, first + i))];
    }

    /// <summary>The bytes of the tile: its hashes one after the other.</summary>
    public byte[] Read(NodeReader reader) => [.. reader(Nodes()).SelectMany(hash => hash)];

    /// <summary>The path from the log's address.</summary>
    public override string ToString()
    {
        var index = (Index % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (var rest = Index / 1000; rest > 0; rest /= 1000)
        {
            index = $"x{(rest % 1000).ToString("D3", CultureInfo.InvariantCulture)}/{index}";
        }

        return string.Create(CultureInfo.InvariantCulture, $"tile/{Level}/{index}{(Width == Full ? "" : $".p/{Width}")}");
    }

    private static bool TryIndex(ReadOnlySpan<string> parts, out long index)
    {
        index = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            var digits = last ? parts[i] : parts[i].StartsWith('x') ? parts[i][1..] : "";
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit) || index > CanonicalJson.LargestNumber / 1000 / Full)
            {
                return false;
            }

            index = (index * 1000) + int.Parse(digits, CultureInfo.InvariantCulture);
        }

        return parts.Length == 1 || parts[0] != "x000";
    }

    private static bool TryNumber(string text, long largest, out long value) => NoteText.TryNumber(text, out value) && value <= largest;
}
