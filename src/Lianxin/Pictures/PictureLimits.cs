namespace Lianxin.Pictures;

/// <summary>What an upload may at most be: bytes of the file, pixels in all, pixels along one side.</summary>
public sealed record PictureLimits
{
    public static PictureLimits Default { get; } = new();

    public int MaxBytes { get; init; } = 12 * 1024 * 1024;

    // Binary megapixels: "50 MP" phone sensors give 8192 × 6144, a little over fifty million.
    public int MaxPixels { get; init; } = 50 * 1024 * 1024;

    public int MaxSide { get; init; } = 16_384;

    /// <summary>Bytes a rebuilt file may have: coding differs, so it may outgrow its upload, but never by much.</summary>
    internal long MaxRebuiltBytes => (2L * MaxBytes) + 65_536;

    internal void Check(int width, int height)
    {
        if (width > MaxSide || height > MaxSide || (long)width * height > MaxPixels)
        {
            throw new PictureRefusedException(PictureRefusal.TooManyPixels);
        }
    }
}
