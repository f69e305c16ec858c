namespace Lianxin.Pictures;

/// <summary>Counts symbols, for the shortest code.</summary>
internal readonly struct JpegSymbolCounts() : IJpegSymbols
{
    public int[][] DcCounts { get; } = [new int[256], new int[256]];

    public int[][] AcCounts { get; } = [new int[256], new int[256]];

    public void Dc(int table, int symbol, int extra) => DcCounts[table][symbol]++;

    public void Ac(int table, int symbol, int extra) => AcCounts[table][symbol]++;
}
