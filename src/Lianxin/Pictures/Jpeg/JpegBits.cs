using System.Buffers.Binary;

namespace Lianxin.Pictures;

/// <summary>Reads the entropy-coded bits of a scan up to the next marker; past it come zeros, which <see cref="Check"/> finds.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> file, int start)
{
    // A symbol of 16 bits and 14 more after it are taken without looking again.
    private const int Enough = 32;

    // Some cameras leave a few stray bytes before the marker; more of them means the picture ended too early.
    private const int MaxStrayBytes = 16;

    private readonly ReadOnlySpan<byte> file = file;
    private int at = start;
    private ulong bits;
    private int count;
    private int invented;
    private bool ended;

    public int Symbol(HuffmanTable table)
    {
        Fill();
        int quick = table.Quick[(int)(bits >> (64 - HuffmanTable.QuickBits))];
        if (quick != 0)
        {
            Drop(quick >> 8);
            return quick & 0xFF;
        }

        var (length, symbol) = table.Find((int)(bits >> 48));
        Drop(length);
        return symbol;
    }

    /// <summary>Takes the extra bits of a symbol just read: at most fourteen.</summary>
    public int Extra(int length)
    {
        if (length == 0)
        {
            return 0;
        }

        var value = (int)(bits >> (64 - length));
        Drop(length);
        return value;
    }

    /// <summary>Takes the extra bits as a signed value (ITU-T T.81 F.2.2.1).</summary>
    public int Signed(int length)
    {
        var value = Extra(length);
        return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }

    public bool Bit()
    {
        Fill();
        return Extra(1) == 1;
    }

    /// <summary>Refuses when more bits were taken than the file holds.</summary>
    public readonly void Check()
    {
        if (invented > count)
        {
            throw new PictureRefusedException(at >= file.Length - 1 ? PictureRefusal.Truncated : PictureRefusal.Damaged);
        }
    }

    /// <summary>Ends this run of bits and gives where the next marker stands.</summary>
    public int End()
    {
        Check();
        var stray = (count - invented) / 8;
        while (at < file.Length - 1 && (file[at] != 0xFF || file[at + 1] is 0x00 or 0xFF))
        {
            stray += file[at] == 0xFF ? 0 : 1;
            at++;
        }

        if (at >= file.Length - 1)
        {
            throw new PictureRefusedException(PictureRefusal.Truncated);
        }

        return stray <= MaxStrayBytes ? at : throw new PictureRefusedException(PictureRefusal.Damaged);
    }

    private void Drop(int length)
    {
        bits <<= length;
        count -= length;
    }

    private void Fill()
    {
        if (count >= Enough)
        {
            return;
        }

        if (at + 8 <= file.Length && !ended)
        {
            var next = BinaryPrimitives.ReadUInt64BigEndian(file[at..]);
            if (!HasMarkerByte(next))
            {
                // Bits below the count are the true next ones and are laid over themselves by the next filling.
                bits |= next >> count;
                at += (63 - count) >> 3;
                count |= 56;
                return;
            }
        }

        FillByByte();
    }

    private static bool HasMarkerByte(ulong next) => ((~next - 0x0101010101010101) & next & 0x8080808080808080) != 0;

    private void FillByByte()
    {
        while (count <= 56 && !ended)
        {
            ended = at >= file.Length || (file[at] == 0xFF && (at + 1 >= file.Length || file[at + 1] != 0x00));
            if (!ended)
            {
                bits |= (ulong)file[at] << (56 - count);
                count += 8;
                at += file[at] == 0xFF ? 2 : 1;
            }
        }

        if (ended && count < Enough)
        {
            invented += 64 - count;
            count = 64;
        }
    }
}
