namespace Lianxin.Pictures;

/// <summary>The five row filters of PNG (ISO/IEC 15948, 9.2), taken off and laid on.</summary>
internal static class PngFilter
{
    public const int Kinds = 5;

    /// <summary>Turns a filtered row into its samples, in place.</summary>
    public static void TakeOff(int kind, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        above = above[..row.Length];
        for (var at = 0; at < row.Length && kind != 0; at++)
        {
            int left = at < step ? 0 : row[at - step];
            int corner = at < step ? 0 : above[at - step];
            row[at] += Foretold(kind, left, above[at], corner);
        }
    }

    /// <summary>Writes the filtered form of a row of samples.</summary>
    public static void LayOn(int kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> filtered)
    {
        above = above[..row.Length];
        filtered = filtered[..row.Length];
        for (var at = 0; at < row.Length; at++)
        {
            int left = at < step ? 0 : row[at - step];
            int corner = at < step ? 0 : above[at - step];
            filtered[at] = (byte)(row[at] - Foretold(kind, left, above[at], corner));
        }
    }

    private static byte Foretold(int kind, int left, int up, int corner) => kind switch
    {
        0 => 0,
        1 => (byte)left,
        2 => (byte)up,
        3 => (byte)((left + up) / 2),
        _ => Paeth(left, up, corner),
    };

    private static byte Paeth(int left, int up, int corner)
    {
        var toLeft = Math.Abs(up - corner);
        var toUp = Math.Abs(left - corner);
        var toCorner = Math.Abs(left + up - corner - corner);
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }
}
