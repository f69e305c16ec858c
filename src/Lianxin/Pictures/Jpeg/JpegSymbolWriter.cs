using System.Buffers;
using System.Buffers.Binary;

namespace Lianxin.Pictures;

/// <summary>Writes symbols as bits, with a zero after each 0xFF (ITU-T T.81 F.1.2.3).</summary>
internal struct JpegSymbolWriter(ArrayBufferWriter<byte> output, HuffmanCode[] dc, HuffmanCode[] ac) : IJpegSymbols
{
    private ulong bits;
    private int count;

    public void Dc(int table, int symbol, int extra) => Put(dc[table], symbol, symbol, extra);

    public void Ac(int table, int symbol, int extra) => Put(ac[table], symbol, symbol & 15, extra);

    public void End()
    {
        var missing = -count & 7;
        Push((1UL << missing) - 1, missing);
        while (count > 0)
        {
            count -= 8;
            WriteByte((byte)(bits >> count));
        }
    }

    private void Put(HuffmanCode code, int symbol, int length, int extra)
    {
        var value = (uint)(extra + (extra >> 31)) & ((1u << length) - 1);
        Push(((ulong)code.Codes[symbol] << length) | value, code.Sizes[symbol] + length);
        if (count >= 32)
        {
            count -= 32;
            Write32((uint)(bits >> count));
        }
    }

    private void Push(ulong value, int length)
    {
        bits = (bits << length) | value;
        count += length;
    }

    private readonly void Write32(uint four)
    {
        if (((~four - 0x01010101) & four & 0x80808080) == 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), four);
            output.Advance(4);
            return;
        }

        for (var shift = 24; shift >= 0; shift -= 8)
        {
            WriteByte((byte)(four >> shift));
        }
    }

    private readonly void WriteByte(byte one)
    {
        output.GetSpan(2)[0] = one;
        output.GetSpan(2)[1] = 0;
        output.Advance(one == 0xFF ? 2 : 1);
    }
}
