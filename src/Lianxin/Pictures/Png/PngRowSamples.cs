namespace Lianxin.Pictures;

/// <summary>Makes sure a decoded row holds pixels only: palette numbers that exist, and zeros in the bits after the last pixel.</summary>
internal static class PngRowSamples
{
    public static void Clean(Span<byte> row, int width, PngPicture picture)
    {
        var depth = picture.Header.Depth;
        var unused = (row.Length * 8) - (width * picture.Header.BitsAPixel);
        if (unused > 0)
        {
            row[^1] &= (byte)(0xFF << unused);
        }

        var colours = picture.Colours.Length / 3;
        if (!picture.Header.IsPalette || colours == 1 << depth)
        {
            return;
        }

        foreach (var packed in row)
        {
            for (var shift = 8 - depth; shift >= 0; shift -= depth)
            {
                if (((packed >> shift) & ((1 << depth) - 1)) >= colours)
                {
                    throw new PictureRefusedException(PictureRefusal.Damaged);
                }
            }
        }
    }
}
