namespace Lianxin.Pictures;

/// <summary>One colour plane of a JPEG: its sampling, and its quantised coefficients in zigzag order, 64 a block.</summary>
internal sealed class JpegComponent
{
    public required byte Id { get; init; }

    public required int Across { get; init; }

    public required int Down { get; init; }

    public required int QuantSlot { get; init; }

    /// <summary>The quantisation table in zigzag order, held from the first scan on, as ITU-T T.81 B.2.4.1 allows later ones to differ.</summary>
    public ushort[]? Quant { get; set; }

    public int BlocksWide { get; set; }

    public int BlocksHigh { get; set; }

    public int Stride { get; set; }

    public short[] Coefficients { get; set; } = [];

    public int Predictor { get; set; }

    public HuffmanTable? Dc { get; set; }

    public HuffmanTable? Ac { get; set; }

    /// <summary>The lowest bit known of each coefficient; −1 before its first scan.</summary>
    public int[] LowestBit { get; } = [.. Enumerable.Repeat(-1, 64)];

    public bool Seen => LowestBit[0] >= 0;

    public Span<short> Block(int index) => Coefficients.AsSpan(index * 64, 64);
}
