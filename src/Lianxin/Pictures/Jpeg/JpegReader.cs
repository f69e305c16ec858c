namespace Lianxin.Pictures;

/// <summary>Reads a JPEG file strictly (ITU-T T.81, Huffman, 8 bits, one or three planes), decoding all of its data.</summary>
internal ref struct JpegReader(ReadOnlySpan<byte> upload, PictureLimits limits)
{
    // Cameras and encoders write about ten; without a bound tiny scans over a large frame would take minutes.
    private const int MaxScans = 64;

    private readonly PictureLimits limits = limits;
    private readonly ushort[]?[] quants = new ushort[4][];
    private readonly HuffmanTable?[] dc = new HuffmanTable[4];
    private readonly HuffmanTable?[] ac = new HuffmanTable[4];
    private ByteWalk walk = new(upload);
    private JpegPicture? picture;
    private int restartEvery;
    private int scans;
    private int orientation;
    private int? adobeTransform;
    private bool jfif;

    public JpegPicture Read()
    {
        walk.Take(2);
        for (var marker = Marker(); marker != 0xD9; marker = Marker())
        {
            Segment(marker);
        }

        if (picture is null || !picture.Components.All(plane => plane.Seen))
        {
            throw Damaged();
        }

        picture.Orientation = Math.Max(1, orientation);
        picture.Rgb = IsRgb(picture);
        return picture;
    }

    private static PictureRefusedException Damaged() => new(PictureRefusal.Damaged);

    private byte Marker()
    {
        if (walk.Byte() != 0xFF)
        {
            throw Damaged();
        }

        var marker = walk.Byte();
        while (marker == 0xFF)
        {
            marker = walk.Byte();
        }

        return marker;
    }

    private void Segment(byte marker)
    {
        if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
        {
            throw Damaged();
        }

        var length = walk.UInt16();
        var body = length >= 2 ? new ByteWalk(walk.Take(length - 2)) : throw Damaged();
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                Frame(body, progressive: marker == 0xC2);
                break;
            case 0xC4:
                HuffmanTables(body);
                break;
            case 0xDA:
                Scan(body);
                break;
            case 0xDB:
                QuantTables(body);
                break;
            case 0xDD:
                restartEvery = body.UInt16();
                break;
            case 0xE0 or 0xE1 or 0xEE:
                Application(marker, body.All);
                break;
            case (> 0xE1 and <= 0xEF) or 0xFE:
                break;
            default:
                throw new PictureRefusedException(PictureRefusal.Unsupported);
        }
    }

    private void Application(byte marker, ReadOnlySpan<byte> body)
    {
        if (marker == 0xE0)
        {
            jfif |= body.StartsWith("JFIF\0"u8);
        }
        else if (marker == 0xE1 && orientation == 0)
        {
            orientation = ExifOrientation.Read(body);
        }
        else if (marker == 0xEE && body.Length >= 12 && body.StartsWith("Adobe"u8))
        {
            adobeTransform = body[11];
        }
    }

    private void Frame(ByteWalk body, bool progressive)
    {
        var bits = body.Byte();
        var height = body.UInt16();
        var width = body.UInt16();
        var count = body.Byte();
        if (picture is not null || width == 0 || count == 0 || body.Left != count * 3)
        {
            throw Damaged();
        }

        if (count == 4)
        {
            throw new PictureRefusedException(PictureRefusal.CmykNotAccepted);
        }

        if (bits != 8 || height == 0 || count is not (1 or 3))
        {
            throw new PictureRefusedException(PictureRefusal.Unsupported);
        }

        limits.Check(width, height);
        var planes = new JpegComponent[count];
        for (var at = 0; at < count; at++)
        {
            planes[at] = Plane(ref body, alone: count == 1);
        }

        picture = planes.DistinctBy(plane => plane.Id).Count() == count
            ? JpegPicture.Of(width, height, progressive, planes)
            : throw Damaged();
    }

    private static JpegComponent Plane(ref ByteWalk body, bool alone)
    {
        var id = body.Byte();
        var sampling = body.Byte();
        var slot = body.Byte();
        var (across, down) = (sampling >> 4, sampling & 15);
        if (across is < 1 or > 4 || down is < 1 or > 4 || slot > 3)
        {
            throw Damaged();
        }

        // A plane alone has nothing to be sampled against (ITU-T T.81 A.2.2).
        return new JpegComponent { Id = id, Across = alone ? 1 : across, Down = alone ? 1 : down, QuantSlot = slot };
    }

    private void QuantTables(ByteWalk body)
    {
        while (body.Left > 0)
        {
            var head = body.Byte();
            var (wide, slot) = (head >> 4, head & 15);
            if (wide > 1 || slot > 3)
            {
                throw Damaged();
            }

            var table = new ushort[64];
            for (var at = 0; at < 64; at++)
            {
                table[at] = (ushort)(wide == 1 ? body.UInt16() : body.Byte());
            }

            quants[slot] = table.Contains((ushort)0) ? throw Damaged() : table;
        }
    }

    private void HuffmanTables(ByteWalk body)
    {
        while (body.Left > 0)
        {
            var head = body.Byte();
            var counts = body.Take(16);
            var symbols = 0;
            foreach (var count in counts)
            {
                symbols += count;
            }

            if ((head >> 4) > 1 || (head & 15) > 3 || symbols > 256)
            {
                throw Damaged();
            }

            var tables = (head >> 4) == 0 ? dc : ac;
            tables[head & 15] = new HuffmanTable(counts, body.Take(symbols));
        }
    }

    private void Scan(ByteWalk head)
    {
        var frame = picture ?? throw Damaged();
        var planes = new JpegComponent[head.Byte()];
        if (planes.Length is < 1 or > 3 || head.Left != (planes.Length * 2) + 3 || ++scans > MaxScans)
        {
            throw Damaged();
        }

        for (var at = 0; at < planes.Length; at++)
        {
            var id = head.Byte();
            var tables = head.Byte();
            var plane = Array.Find(frame.Components, known => known.Id == id) ?? throw Damaged();
            plane.Dc = dc.ElementAtOrDefault(tables >> 4);
            plane.Ac = ac.ElementAtOrDefault(tables & 15);
            plane.Quant ??= quants[plane.QuantSlot] ?? throw Damaged();
            planes[at] = plane;
        }

        var (from, to, bits) = (head.Byte(), head.Byte(), head.Byte());
        var band = frame.Progressive ? new JpegBand(from, to, bits >> 4, bits & 15) : JpegBand.Whole;
        band.Check(planes, frame.Progressive);
        walk.At = new JpegScan(walk.All, walk.At, band).Decode(frame, planes, restartEvery);
    }

    // As libjpeg tells them apart: the JFIF mark, then Adobe's, then letters as ids.
    private readonly bool IsRgb(JpegPicture read)
    {
        if (jfif || read.Components.Length != 3)
        {
            return false;
        }

        return adobeTransform is { } transform
            ? transform == 0
            : read.Components.Select(plane => plane.Id).SequenceEqual("RGB"u8.ToArray());
    }
}
