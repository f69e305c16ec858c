namespace Lianxin.Foundation;

/// <summary>Collects findings: the first ones in full, the rest as a number.</summary>
internal sealed class RebuildFindings
{
    private readonly List<RebuildFinding> _kept = [];

    internal IReadOnlyList<RebuildFinding> Kept => _kept;

    internal long Count { get; private set; }

    internal void Add(RebuildFault fault, string table, string key, string? column = null, string? stored = null, string? refolded = null)
    {
        Count++;
        if (_kept.Count < RebuildReport.Kept)
        {
            _kept.Add(new RebuildFinding(fault, table, key, column, stored, refolded));
        }
    }

    internal void Add(RebuildFindings more)
    {
        Count += more.Count;
        _kept.AddRange(more._kept.Take(RebuildReport.Kept - _kept.Count));
    }
}

/// <summary>Which sequence numbers were seen: a bit each, set from several threads.</summary>
internal sealed class SeenNumbers(long size)
{
    private readonly long[] _bits = new long[(size / 64) + 1];

    internal long Size => size;

    /// <summary>False for a number that cannot be in the journal.</summary>
    internal bool Mark(long number)
    {
        if (number < 0 || number >= size)
        {
            return false;
        }

        Interlocked.Or(ref _bits[number / 64], 1L << (int)(number % 64));
        return true;
    }

    /// <summary>The numbers that were never seen, as ranges.</summary>
    internal IEnumerable<(long First, long Last)> Missing()
    {
        long? first = null;
        for (var number = 0L; number <= size; number++)
        {
            var seen = number == size || (_bits[number / 64] & (1L << (int)(number % 64))) != 0;
            if (!seen)
            {
                first ??= number;
            }
            else if (first is { } start)
            {
                yield return (start, number - 1);
                first = null;
            }
        }
    }
}
