using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lianxin.Pictures;

/// <summary>Turns coefficients into the symbols of one sequential scan of all planes (ITU-T T.81 F.1.2).</summary>
internal static class JpegSymbols
{
    private const int EndOfBlock = 0x00;
    private const int SixteenZeros = 0xF0;

    public static void Send<TSymbols>(JpegPicture picture, ref TSymbols symbols)
        where TSymbols : struct, IJpegSymbols, allows ref struct
    {
        foreach (var plane in picture.Components)
        {
            plane.Predictor = 0;
        }

        foreach (var (plane, index, _) in picture.BlocksOf(picture.Components))
        {
            var table = plane == picture.Components[0] ? 0 : 1;
            var block = plane.Block(index);
            var difference = block[0] - plane.Predictor;
            plane.Predictor = block[0];
            symbols.Dc(table, Bits(difference), difference);
            Rest(block, table, ref symbols);
        }
    }

    /// <summary>How many bits the size of a value takes.</summary>
    public static int Bits(int value) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));

    private static void Rest<TSymbols>(ReadOnlySpan<short> block, int table, ref TSymbols symbols)
        where TSymbols : struct, IJpegSymbols, allows ref struct
    {
        var last = 0;
        for (var left = NonZero(block) & ~1UL; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            var zeros = at - last - 1;
            for (; zeros > 15; zeros -= 16)
            {
                symbols.Ac(table, SixteenZeros, 0);
            }

            symbols.Ac(table, (zeros << 4) | Bits(block[at]), block[at]);
            last = at;
        }

        if (last < 63)
        {
            symbols.Ac(table, EndOfBlock, 0);
        }
    }

    /// <summary>One bit for each of the 64 values that is not zero; most are, so looking at each costs more than writing.</summary>
    private static ulong NonZero(ReadOnlySpan<short> block)
    {
        var eights = MemoryMarshal.Cast<short, Vector128<short>>(block);
        var zero = 0UL;
        for (var at = 0; at < 4; at++)
        {
            var low = Vector128.Equals(eights[2 * at], Vector128<short>.Zero);
            var high = Vector128.Equals(eights[(2 * at) + 1], Vector128<short>.Zero);
            zero |= (ulong)Vector128.Narrow(low, high).ExtractMostSignificantBits() << (16 * at);
        }

        return ~zero;
    }
}
