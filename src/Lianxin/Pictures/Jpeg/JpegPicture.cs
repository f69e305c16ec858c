namespace Lianxin.Pictures;

/// <summary>Where a block stands in a scan; the first of a coding unit is where restarts are counted.</summary>
internal readonly record struct JpegBlock(JpegComponent Component, int Index, bool StartsUnit);

/// <summary>A decoded JPEG: its frame and the coefficients of its planes.</summary>
internal sealed class JpegPicture
{
    // More blocks in one coding unit than this cannot be interleaved (ITU-T T.81 B.2.3).
    private const int MaxBlocksAUnit = 10;

    private JpegPicture(int width, int height, bool progressive, JpegComponent[] components)
    {
        Width = width;
        Height = height;
        Progressive = progressive;
        Components = components;
        var across = components.Max(plane => plane.Across);
        var down = components.Max(plane => plane.Down);
        UnitsWide = Parts(width, 8 * across);
        UnitsHigh = Parts(height, 8 * down);
        foreach (var plane in components)
        {
            plane.BlocksWide = Parts(Parts(width * plane.Across, across), 8);
            plane.BlocksHigh = Parts(Parts(height * plane.Down, down), 8);
            plane.Stride = UnitsWide * plane.Across;
            plane.Coefficients = Room((long)plane.Stride * UnitsHigh * plane.Down * 64);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public bool Progressive { get; }

    public JpegComponent[] Components { get; }

    public int UnitsWide { get; }

    public int UnitsHigh { get; }

    /// <summary>EXIF orientation 1 to 8; 1 is upright.</summary>
    public int Orientation { get; set; } = 1;

    /// <summary>The three planes are red, green and blue, not luminance and colour difference.</summary>
    public bool Rgb { get; set; }

    public static JpegPicture Of(int width, int height, bool progressive, JpegComponent[] components)
    {
        if (components.Sum(plane => plane.Across * plane.Down) > MaxBlocksAUnit)
        {
            throw new PictureRefusedException(PictureRefusal.Unsupported);
        }

        return new JpegPicture(width, height, progressive, components);
    }

    /// <summary>The blocks a scan of these planes holds, in their order in the file (ITU-T T.81 A.2).</summary>
    public IEnumerable<JpegBlock> BlocksOf(JpegComponent[] planes) =>
        planes.Length == 1 ? BlocksAlone(planes[0]) : BlocksTogether(planes);

    private static IEnumerable<JpegBlock> BlocksAlone(JpegComponent plane)
    {
        for (var row = 0; row < plane.BlocksHigh; row++)
        {
            for (var column = 0; column < plane.BlocksWide; column++)
            {
                yield return new JpegBlock(plane, (row * plane.Stride) + column, true);
            }
        }
    }

    private IEnumerable<JpegBlock> BlocksTogether(JpegComponent[] planes)
    {
        for (var unit = 0; unit < UnitsWide * UnitsHigh; unit++)
        {
            var (unitRow, unitColumn) = Math.DivRem(unit, UnitsWide);
            var starts = true;
            foreach (var plane in planes)
            {
                for (var part = 0; part < plane.Across * plane.Down; part++)
                {
                    var (down, across) = Math.DivRem(part, plane.Across);
                    var row = (unitRow * plane.Down) + down;
                    yield return new JpegBlock(plane, (row * plane.Stride) + (unitColumn * plane.Across) + across, starts);
                    starts = false;
                }
            }
        }
    }

    private static int Parts(int whole, int part) => (whole + part - 1) / part;

    private static short[] Room(long count) => count <= Array.MaxLength
        ? new short[count]
        : throw new PictureRefusedException(PictureRefusal.TooManyPixels);
}
