using System.Buffers.Binary;

namespace Lianxin.Pictures;

/// <summary>Walks through a file; asking for more than is left is refused as a file cut off.</summary>
internal ref struct ByteWalk(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int At { get; set; }

    public readonly int Left => bytes.Length - At;

    public readonly ReadOnlySpan<byte> All => bytes;

    public byte Byte() => Take(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
        {
            throw new PictureRefusedException(PictureRefusal.Truncated);
        }

        var taken = bytes.Slice(At, count);
        At += count;
        return taken;
    }
}
