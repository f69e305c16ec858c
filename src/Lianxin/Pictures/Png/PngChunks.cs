using System.Buffers.Binary;

namespace Lianxin.Pictures;

/// <summary>Chunks of a PNG as they stand in a file: length, name, content, checksum (ISO/IEC 15948, 5.3).</summary>
internal static class PngChunks
{
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <summary>Takes the next chunk, checking its checksum.</summary>
    public static (uint Name, int At, int Length) Take(ref ByteWalk walk)
    {
        var length = walk.UInt32();
        var start = walk.At;
        if (length > int.MaxValue - 4)
        {
            throw new PictureRefusedException(PictureRefusal.Damaged);
        }

        var content = walk.Take((int)length + 4);
        return walk.UInt32() == Checksum(content)
            ? (BinaryPrimitives.ReadUInt32BigEndian(content), start + 4, (int)length)
            : throw new PictureRefusedException(PictureRefusal.Damaged);
    }

    public static void Write(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, content.Length);
        file.Write(four);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(four, ~Checksum(Checksum(uint.MaxValue, name), content));
        file.Write(four);
    }

    public static uint Checksum(ReadOnlySpan<byte> bytes) => ~Checksum(uint.MaxValue, bytes);

    private static uint Checksum(uint before, ReadOnlySpan<byte> bytes)
    {
        var sum = before;
        foreach (var one in bytes)
        {
            sum = Remainders[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return sum;
    }

    private static uint Remainder(int one)
    {
        var rest = (uint)one;
        for (var bit = 0; bit < 8; bit++)
        {
            rest = (rest & 1) != 0 ? (rest >> 1) ^ 0xEDB88320 : rest >> 1;
        }

        return rest;
    }
}
