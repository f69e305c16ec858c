using System.Buffers;

namespace Lianxin.Pictures;

/// <summary>Reads a PNG strictly (ISO/IEC 15948), keeping what makes its pixels and nothing else.</summary>
internal ref struct PngReader
{
    private const int SignatureBytes = 8;
    private const uint Ihdr = 0x49484452;
    private const uint Plte = 0x504C5445;
    private const uint Trns = 0x74524E53;
    private const uint Idat = 0x49444154;
    private const uint Iend = 0x49454E44;
    private const uint Actl = 0x6163544C;

    // Bit 5 of the first letter: a decoder that does not know the chunk may pass over it.
    private const uint Ancillary = 0x20000000;

    private readonly PictureLimits limits;
    private readonly ArrayBufferWriter<byte> packed = new();
    private PngHeader? header;
    private byte[]? colours;
    private byte[]? transparency;
    private uint before;

    private PngReader(PictureLimits limits) => this.limits = limits;

    public static PngPicture Read(ReadOnlySpan<byte> upload, PictureLimits limits)
    {
        var reader = new PngReader(limits);
        var walk = new ByteWalk(upload) { At = SignatureBytes };
        while (reader.before != Iend)
        {
            var (name, at, length) = PngChunks.Take(ref walk);
            reader.Chunk(name, upload.Slice(at, length));
            reader.before = name;
        }

        return reader.Done();
    }

    private static PictureRefusedException Damaged() => new(PictureRefusal.Damaged);

    private readonly PngPicture Done()
    {
        var shape = header ?? throw Damaged();
        return packed.WrittenCount > 0 && (colours is not null || !shape.IsPalette)
            ? new PngPicture(shape, colours ?? [], transparency ?? [], packed.WrittenSpan.ToArray())
            : throw Damaged();
    }

    private void Chunk(uint name, ReadOnlySpan<byte> content)
    {
        if ((name == Ihdr) != (header is null))
        {
            throw Damaged();
        }

        switch (name)
        {
            case Ihdr:
                header = Header(content);
                break;
            case Plte:
                Colours(content, header!.Value);
                break;
            case Trns:
                Transparency(content, header!.Value);
                break;
            case Idat:
                Pixels(content);
                break;
            case Iend:
                break;
            case Actl:
                throw new PictureRefusedException(PictureRefusal.Animated);
            default:
                PassOver(name);
                break;
        }
    }

    private static void PassOver(uint name)
    {
        if ((name & Ancillary) == 0)
        {
            throw new PictureRefusedException(PictureRefusal.Unsupported);
        }
    }

    private readonly PngHeader Header(ReadOnlySpan<byte> content)
    {
        if (content.Length != 13)
        {
            throw Damaged();
        }

        var walk = new ByteWalk(content);
        var (width, height) = (walk.UInt32(), walk.UInt32());
        var shape = new PngHeader((int)width, (int)height, walk.Byte(), walk.Byte(), content[12] == 1);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || !shape.IsSound
            || content[10] != 0 || content[11] != 0 || content[12] > 1)
        {
            throw Damaged();
        }

        limits.Check(shape.Width, shape.Height);
        return shape;
    }

    private void Colours(ReadOnlySpan<byte> content, PngHeader shape)
    {
        var count = content.Length / 3;
        if (colours is not null || packed.WrittenCount > 0 || content.Length % 3 != 0 || count is 0 or > 256
            || shape.ColourType is 0 or 4 || (shape.IsPalette && count > 1 << shape.Depth))
        {
            throw Damaged();
        }

        // True-colour files may only suggest a palette, which is no part of their pixels.
        colours = shape.IsPalette ? content.ToArray() : [];
    }

    private void Transparency(ReadOnlySpan<byte> content, PngHeader shape)
    {
        var sound = shape.ColourType switch
        {
            0 => content.Length == 2,
            2 => content.Length == 6,
            3 => colours is not null && content.Length > 0 && content.Length <= colours.Length / 3,
            _ => false,
        };
        if (transparency is not null || packed.WrittenCount > 0 || !sound)
        {
            throw Damaged();
        }

        transparency = content.ToArray();
        for (var at = 0; at < transparency.Length && !shape.IsPalette; at++)
        {
            // Only the low bits of a sample this deep are meant; the others could hide anything.
            transparency[at] &= (byte)(((1 << shape.Depth) - 1) >> (at % 2 == 0 ? 8 : 0));
        }
    }

    private readonly void Pixels(ReadOnlySpan<byte> content)
    {
        if (packed.WrittenCount > 0 && before != Idat)
        {
            throw Damaged();
        }

        packed.Write(content);
    }
}
