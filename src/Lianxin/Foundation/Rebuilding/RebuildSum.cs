using System.Globalization;

namespace Lianxin.Foundation;

/// <summary>Adds up the spans, in order of number; watches the series of numbers on the way.</summary>
internal sealed class RebuildSum : IDisposable
{
    private readonly DerivedDigest _digest = new();
    private long _lastNumber;
    private long _matters;
    private long _rows;
    private long _opened;
    private long _erased;

    internal RebuildFindings Findings { get; } = new();

    internal List<object> Unbound { get; } = [];

    internal long Facts { get; private set; }

    internal long Looks { get; private set; }

    internal (long Seq, long Matter, DateTime At)? Newest { get; private set; }

    internal void Add(RebuildSpan span, RebuildComparison comparison)
    {
        Findings.Add(span.Findings);
        Unbound.AddRange(span.Unbound);
        Facts += span.Facts;
        Looks += span.Looks;
        _rows += comparison.Rows;
        _opened += comparison.Opened;
        _erased += comparison.Erased;
        if (span.Newest is { } newest && (Newest is not { } known || known.Seq < newest.Seq))
        {
            Newest = newest;
        }
    }

    /// <summary>Adds matters in order of number: one series a year, from 1, without gaps (INV-11).</summary>
    internal void AddMatters(List<long> matters, IEnumerable<byte[]> hashes)
    {
        _digest.AddMatters(hashes);
        _matters += matters.Count;
        foreach (var number in matters)
        {
            var (typed, last) = (new MatterNumber(number), new MatterNumber(_lastNumber));
            var expected = _lastNumber > 0 && typed.Year == last.Year ? last.Serial + 1 : 1;
            if (typed.Serial != expected || !MatterNumber.TryParse(typed.Digits, out _))
            {
                Findings.Add(RebuildFault.Sequence, "matter", number.ToString(CultureInfo.InvariantCulture), "number");
            }

            _lastNumber = number;
        }
    }

    internal RebuildReport Report(IEnumerable<(long Matter, string Table, byte[] Bytes)> district) => new()
    {
        Findings = Findings.Kept,
        FindingCount = Findings.Count,
        Facts = Facts,
        Looks = Looks,
        Matters = _matters,
        Rows = _rows,
        Openings = _opened,
        Erased = _erased,
        Digest = _digest.Finish(district.Select(row => (row.Table, row.Bytes))),
    };

    public void Dispose() => _digest.Dispose();
}
