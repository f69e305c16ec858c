namespace Lianxin.Pictures;

/// <summary>The shape of a PNG (ISO/IEC 15948, 11.2.2): size, bits a sample, colour type, interlaced or not.</summary>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int ColourType, bool Interlaced)
{
    public const int Palette = 3;

    public bool IsGrey => ColourType == 0;

    public bool IsTrueColour => ColourType == 2;

    public bool IsPalette => ColourType == Palette;

    public int BitsAPixel => Depth * (ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 });

    /// <summary>How far back the filters look, in bytes.</summary>
    public int FilterStep => Math.Max(1, BitsAPixel / 8);

    public bool IsSound => (ColourType, Depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);

    public int RowBytes(int width) => (int)((((long)width * BitsAPixel) + 7) / 8);

    /// <summary>The sub-pictures in their order: one, or the seven of Adam7 without the empty ones.</summary>
    public IEnumerable<(int Width, int Height)> Passes()
    {
        if (!Interlaced)
        {
            return [(Width, Height)];
        }

        var (width, height) = (Width, Height);
        (int Left, int Top, int Across, int Down)[] adam7 =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        return adam7
            .Select(pass => (
                Width: (width - pass.Left + pass.Across - 1) / pass.Across,
                Height: (height - pass.Top + pass.Down - 1) / pass.Down))
            .Where(pass => pass.Width > 0 && pass.Height > 0);
    }
}
