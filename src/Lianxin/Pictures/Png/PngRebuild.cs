using System.Buffers.Binary;

namespace Lianxin.Pictures;

/// <summary>Decodes a PNG's pixels row by row and writes them to a new file of IHDR, PLTE, tRNS, IDAT and IEND.</summary>
internal static class PngRebuild
{
    public static RebuiltPicture Rebuild(PngPicture picture, PictureLimits limits)
    {
        var header = picture.Header;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        PngChunks.Write(file, "IHDR"u8, Shape(header));
        WriteIfAny(file, "PLTE"u8, picture.Colours);
        WriteIfAny(file, "tRNS"u8, picture.Transparency);
        using var rows = new PngRows(picture, limits);
        PngChunks.Write(file, "IDAT"u8, rows.Repack());
        PngChunks.Write(file, "IEND"u8, []);
        return new RebuiltPicture(file.ToArray(), PictureKind.Png, header.Width, header.Height);
    }

    private static void WriteIfAny(MemoryStream file, ReadOnlySpan<byte> name, byte[] content)
    {
        if (content.Length > 0)
        {
            PngChunks.Write(file, name, content);
        }
    }

    private static byte[] Shape(PngHeader header)
    {
        var shape = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(shape, header.Width);
        BinaryPrimitives.WriteInt32BigEndian(shape.AsSpan(4), header.Height);
        shape[8] = (byte)header.Depth;
        shape[9] = (byte)header.ColourType;
        shape[12] = header.Interlaced ? (byte)1 : (byte)0;
        return shape;
    }
}
