using System.Buffers.Binary;

namespace Lianxin.Pictures;

/// <summary>The one EXIF tag a picture needs: how it is turned (1 to 8, EXIF 2.32 tag 0x0112); 0 where there is none.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int TypeShort = 3;
    private const int HeadBytes = 6;

    public static int Read(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < HeadBytes + 8 || !segment.StartsWith("Exif\0"u8))
        {
            return 0;
        }

        var tiff = segment[HeadBytes..];
        var little = tiff.StartsWith("II*\0"u8);
        return little || tiff.StartsWith("MM\0*"u8) ? InFirstDirectory(tiff, little) : 0;
    }

    /// <summary>A new APP1 segment holding nothing but this orientation.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, TypeShort, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static int InFirstDirectory(ReadOnlySpan<byte> tiff, bool little)
    {
        var start = UInt32(tiff[4..], little);
        if (start > tiff.Length - 2)
        {
            return 0;
        }

        var directory = tiff[(int)start..];
        var entries = Math.Min(UInt16(directory, little), (directory.Length - 2) / 12);
        for (var at = 0; at < entries; at++)
        {
            var entry = directory.Slice(2 + (at * 12), 12);
            if (UInt16(entry, little) == Tag)
            {
                var value = UInt16(entry[8..], little);
                var sound = UInt16(entry[2..], little) == TypeShort && UInt32(entry[4..], little) == 1 && value is >= 1 and <= 8;
                return sound ? value : 0;
            }
        }

        return 0;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, bool little) => little
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) => little
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
