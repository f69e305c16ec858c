namespace Lianxin.Pictures;

/// <summary>Decodes the entropy-coded data of one scan into its planes' coefficients (ITU-T T.81 Annexes F and G).</summary>
internal ref struct JpegScan(ReadOnlySpan<byte> file, int start, JpegBand band)
{
    private const int LargestDc = 1023;
    private const int LargestAc = 1023;

    // An 8-bit picture has DC differences of at most 11 bits, other values of at most 10 (ITU-T T.81 tables F.1, F.2).
    private const int DcBits = 11;
    private const int AcBits = 10;

    private readonly ReadOnlySpan<byte> file = file;
    private JpegBits bits = new(file, start);
    private int emptyBlocks;

    /// <summary>Gives where the next marker stands.</summary>
    public int Decode(JpegPicture picture, JpegComponent[] planes, int restartEvery)
    {
        var units = 0;
        var restarts = 0;
        Restart(planes);
        foreach (var (plane, index, startsUnit) in picture.BlocksOf(planes))
        {
            if (startsUnit && restartEvery > 0 && units++ == restartEvery)
            {
                PassRestart(restarts++ & 7);
                Restart(planes);
                units = 1;
            }

            Block(plane, plane.Block(index), picture.Progressive);
            bits.Check();
        }

        return emptyBlocks == 0 ? bits.End() : throw Damaged();
    }

    private static PictureRefusedException Damaged() => new(PictureRefusal.Damaged);

    private void PassRestart(int number)
    {
        var at = bits.End();
        if (file[at + 1] != 0xD0 + number || emptyBlocks != 0)
        {
            throw Damaged();
        }

        bits = new JpegBits(file, at + 2);
    }

    private static void Restart(JpegComponent[] planes)
    {
        foreach (var plane in planes)
        {
            plane.Predictor = 0;
        }
    }

    private void Block(JpegComponent plane, Span<short> block, bool progressive)
    {
        if (!progressive)
        {
            FirstDc(plane, block);
            Whole(plane.Ac!, block);
        }
        else if (band.First == 0)
        {
            if (band.Refines)
            {
                block[0] |= (short)(bits.Bit() ? 1 << band.Bit : 0);
            }
            else
            {
                FirstDc(plane, block);
            }
        }
        else if (band.Refines)
        {
            Refine(plane.Ac!, block);
        }
        else
        {
            FirstBand(plane.Ac!, block);
        }
    }

    private void FirstDc(JpegComponent plane, Span<short> block)
    {
        var length = bits.Symbol(plane.Dc!);
        if (length > DcBits)
        {
            throw Damaged();
        }

        plane.Predictor += bits.Signed(length);
        var value = (long)plane.Predictor << band.Bit;
        block[0] = value is >= -LargestDc - 1 and <= LargestDc ? (short)value : throw Damaged();
    }

    private void Whole(HuffmanTable table, Span<short> block)
    {
        for (var at = 1; at < 64; at++)
        {
            var symbol = bits.Symbol(table);
            var length = symbol & 15;
            if (length == 0 && symbol != 0xF0)
            {
                if (symbol != 0)
                {
                    throw Damaged();
                }

                return;
            }

            at += symbol >> 4;
            if (at > 63 || length > AcBits)
            {
                throw Damaged();
            }

            block[at] = (short)bits.Signed(length);
        }
    }

    private void FirstBand(HuffmanTable table, Span<short> block)
    {
        if (emptyBlocks > 0)
        {
            emptyBlocks--;
            return;
        }

        for (var at = band.First; at <= band.Last; at++)
        {
            var symbol = bits.Symbol(table);
            var (run, length) = (symbol >> 4, symbol & 15);
            if (length == 0 && run < 15)
            {
                emptyBlocks = (1 << run) + bits.Extra(run) - 1;
                return;
            }

            at += run;
            if (at > band.Last || length > AcBits)
            {
                throw Damaged();
            }

            var value = bits.Signed(length) << band.Bit;
            block[at] = value is >= -LargestAc and <= LargestAc ? (short)value : throw Damaged();
        }
    }

    private void Refine(HuffmanTable table, Span<short> block)
    {
        var at = band.First;
        while (at <= band.Last && emptyBlocks == 0)
        {
            var symbol = bits.Symbol(table);
            var (run, length) = (symbol >> 4, symbol & 15);
            if (length > 1)
            {
                throw Damaged();
            }

            if (length == 0 && run < 15)
            {
                emptyBlocks = (1 << run) + bits.Extra(run);
                break;
            }

            var fresh = length == 0 ? 0 : bits.Bit() ? 1 << band.Bit : -1 << band.Bit;
            at = RefineKnown(block, at, run);
            if (fresh != 0)
            {
                block[at <= band.Last ? at : throw Damaged()] = (short)fresh;
            }

            at++;
        }

        if (emptyBlocks > 0)
        {
            emptyBlocks--;
            RefineRest(block, at);
        }
    }

    /// <summary>Refines the values already known up to the zero after a run of zeros, and gives where it stands.</summary>
    private int RefineKnown(Span<short> block, int at, int zeros)
    {
        for (; at <= band.Last; at++)
        {
            if (block[at] != 0)
            {
                RefineOne(ref block[at]);
            }
            else if (zeros-- == 0)
            {
                return at;
            }
        }

        return at;
    }

    private void RefineRest(Span<short> block, int at)
    {
        var rest = block[at..(band.Last + 1)];
        for (var next = rest.IndexOfAnyExcept((short)0); next >= 0; next = rest.IndexOfAnyExcept((short)0))
        {
            RefineOne(ref rest[next]);
            rest = rest[(next + 1)..];
        }
    }

    private void RefineOne(ref short value)
    {
        if (bits.Bit())
        {
            value += (short)(value > 0 ? 1 << band.Bit : -1 << band.Bit);
        }
    }
}
