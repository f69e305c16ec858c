namespace Lianxin.Exchange;

/// <summary>How much a file may ask of us; the defaults hold the largest import and keep memory under 300 MB.</summary>
public sealed record RowLimits
{
    public static readonly RowLimits Default = new();

    /// <summary>Rows that hold something, the header included.</summary>
    public int MaxRows { get; init; } = 200_000;

    public int MaxCells { get; init; } = 256;

    /// <summary>UTF-16 units; Excel's own limit.</summary>
    public int MaxCellCharacters { get; init; } = 32_767;

    /// <summary>Bytes of the file, and of all its parts once unpacked.</summary>
    public long MaxBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>UTF-16 units of the texts that an xlsx file keeps apart from its sheet; they stay in memory while it is read.</summary>
    public long MaxSharedCharacters { get; init; } = 48 * 1024 * 1024;

    /// <summary>UTF-16 units of all cells; a text that many cells share counts each time.</summary>
    public long MaxCharacters { get; init; } = 256 * 1024 * 1024;
}
