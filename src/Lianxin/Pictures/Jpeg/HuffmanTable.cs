namespace Lianxin.Pictures;

/// <summary>A Huffman table of an upload, checked, for reading symbols (ITU-T T.81 Annex C and F.2.2.3).</summary>
internal sealed class HuffmanTable
{
    public const int QuickBits = 9;
    private const int LongestCode = 16;

    private readonly byte[] symbols;
    private readonly int[] pastLast = new int[LongestCode + 1];
    private readonly int[] firstSymbol = new int[LongestCode + 1];
    private ushort[]? quick;

    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        this.symbols = symbols.ToArray();
        var code = 0;
        var used = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            firstSymbol[length] = used - code;
            code += counts[length - 1];
            used += counts[length - 1];
            pastLast[length] = code;

            // Not even full: a code of all ones is forbidden.
            if (code >= 1 << length)
            {
                throw new PictureRefusedException(PictureRefusal.Damaged);
            }

            code <<= 1;
        }
    }

    /// <summary>Length (high byte) and symbol of every code of at most nine bits, by the next nine bits; 0 for longer ones.</summary>
    /// <remarks>Made when first used: a file may define hundreds of thousands of tables it never uses.</remarks>
    public ushort[] Quick => quick ??= MakeQuick();

    /// <summary>Finds the symbol of a code longer than nine bits among the next sixteen bits.</summary>
    public (int Length, int Symbol) Find(int next16)
    {
        for (var length = 1; length <= LongestCode; length++)
        {
            var code = next16 >> (LongestCode - length);
            if (code < pastLast[length])
            {
                return (length, symbols[firstSymbol[length] + code]);
            }
        }

        throw new PictureRefusedException(PictureRefusal.Damaged);
    }

    private ushort[] MakeQuick()
    {
        var table = new ushort[1 << QuickBits];
        var code = 0;
        for (var length = 1; length <= QuickBits; length++)
        {
            for (; code < pastLast[length]; code++)
            {
                var entry = (ushort)((length << 8) | symbols[firstSymbol[length] + code]);
                table.AsSpan(code << (QuickBits - length), 1 << (QuickBits - length)).Fill(entry);
            }

            code <<= 1;
        }

        return table;
    }
}
