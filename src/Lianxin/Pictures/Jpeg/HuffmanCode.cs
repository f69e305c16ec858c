namespace Lianxin.Pictures;

/// <summary>The shortest Huffman code for counted symbols with no code over 16 bits (ITU-T T.81 K.2), for writing.</summary>
internal sealed class HuffmanCode
{
    private const int LongestCode = 16;

    // One more symbol than there are takes the code of all ones, which the standard forbids.
    private const int Reserved = 256;

    public HuffmanCode(ReadOnlySpan<int> counts)
    {
        var lengths = Lengths(counts);
        Counts = Shortened(lengths);
        Symbols = [.. Enumerable.Range(0, Reserved).Where(symbol => lengths[symbol] > 0).OrderBy(symbol => lengths[symbol]).Select(symbol => (byte)symbol)];
        var code = 0;
        var next = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            for (var left = Counts[length - 1]; left > 0; left--)
            {
                Sizes[Symbols[next]] = (byte)length;
                Codes[Symbols[next++]] = (ushort)code++;
            }

            code <<= 1;
        }
    }

    /// <summary>How many codes there are of each length from 1 to 16.</summary>
    public byte[] Counts { get; }

    public byte[] Symbols { get; }

    public ushort[] Codes { get; } = new ushort[Reserved];

    public byte[] Sizes { get; } = new byte[Reserved];

    private static int[] Lengths(ReadOnlySpan<int> counts)
    {
        var lengths = new int[Reserved + 1];
        var trees = new PriorityQueue<List<int>, (long Weight, int Order)>();
        for (var symbol = 0; symbol < Reserved; symbol++)
        {
            if (counts[symbol] > 0)
            {
                trees.Enqueue([symbol], (counts[symbol], Reserved - symbol));
            }
        }

        trees.Enqueue([Reserved], (1, 0));
        while (trees.TryDequeue(out var lighter, out var weight) && trees.TryDequeue(out var heavier, out var other))
        {
            lighter.AddRange(heavier);
            lighter.ForEach(symbol => lengths[symbol]++);
            trees.Enqueue(lighter, (weight.Weight + other.Weight, Math.Max(weight.Order, other.Order)));
        }

        return lengths;
    }

    private static byte[] Shortened(int[] lengths)
    {
        var counts = new int[Reserved + 2];
        foreach (var length in lengths)
        {
            counts[length]++;
        }

        counts[0] = 0;
        for (var length = Reserved; length > LongestCode; length--)
        {
            while (counts[length] > 0)
            {
                var shorter = length - 2;
                while (counts[shorter] == 0)
                {
                    shorter--;
                }

                counts[length] -= 2;
                counts[length - 1]++;
                counts[shorter + 1] += 2;
                counts[shorter]--;
            }
        }

        var longest = Array.FindLastIndex(counts, count => count > 0);
        counts[longest]--;
        return [.. counts.Skip(1).Take(LongestCode).Select(count => (byte)count)];
    }
}
