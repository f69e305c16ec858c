namespace Lianxin.Foundation;

/// <summary>Cuts the matters into spans, lets workers take them one after another, and adds the results in order.</summary>
internal sealed class RebuildSpans(int entries, RebuildSum sum) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SortedDictionary<int, RebuildResult> _waiting = [];
    private long? _after = long.MinValue;
    private int _taken;
    private int _added;

    /// <summary>Works through spans until none is left.</summary>
    internal async Task Work(RebuildFrame frame, RebuildSnapshot snapshot, CancellationToken stop)
    {
        while (await Take(snapshot, stop) is var (index, span))
        {
            var check = new RebuildSpan(frame, snapshot, span);
            await check.Fold(stop);
            var hashes = check.Canonical()
                .GroupBy(row => row.Matter)
                .OrderBy(matter => matter.Key)
                .Select(matter => DerivedDigest.HashOf(matter.Select(row => (row.Table, row.Bytes))))
                .ToList();
            var comparison = new RebuildComparison(frame, snapshot, span, check);
            await comparison.Run(stop);
            await Add(index, new RebuildResult(check, comparison, hashes), stop);
        }
    }

    private async Task<(int Index, MatterSpan Span)?> Take(RebuildSnapshot snapshot, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (_after is not { } after)
            {
                return null;
            }

            _after = await snapshot.Number($"select matter from fact_entry where matter > $1 order by matter limit 1 offset {entries}", after);
            return (_taken++, new MatterSpan(after, _after ?? long.MaxValue));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task Add(int index, RebuildResult result, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            _waiting.Add(index, result);
            while (_waiting.Remove(_added, out var next))
            {
                sum.Add(next.Span, next.Comparison);
                sum.AddMatters(next.Span.Numbers, next.Hashes);
                _added++;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private sealed record RebuildResult(RebuildSpan Span, RebuildComparison Comparison, IReadOnlyList<byte[]> Hashes);
}
