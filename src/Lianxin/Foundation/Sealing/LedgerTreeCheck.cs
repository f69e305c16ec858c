using System.Globalization;
using System.Text;
using Lianxin.Database;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>
/// Computes one log's tree again from the bytes of its entries, in order, and compares nodes, head, checkpoints and pins on the way.
/// Memory holds one chunk, however long the log is.
/// </summary>
internal sealed class LedgerTreeCheck(RebuildSnapshot snapshot, LedgerLog log, LedgerPolicy? policy, IReadOnlyList<LedgerPin> pins, RebuildFindings findings, DateTime now)
{
    private const int Chunk = 4096;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private readonly Frontier _frontier = new();
    private readonly Queue<LedgerPin> _roots = new(pins);
    private readonly ILookup<long, LedgerPin> _leaves = pins.Where(pin => pin.Leaf is not null).ToLookup(pin => pin.Leaf!.Value.Index);
    private DateTime? _first;
    private DateTime _last;
    private string? _origin;
    private long _checkpoints;
    private long _sealed;

    internal async Task<VerifiedLog> Run(CancellationToken stop)
    {
        var stored = await StoredFrontier(stop);
        IsUnsealed = policy is null && stored.Length == 0 && await snapshot.Number($"select count(*) from ledger_checkpoint where log = {log.Id}") == 0;
        PassRoots();
        while (await Next(stop))
        {
        }

        foreach (var pin in _roots)
        {
            findings.Add(RebuildFault.Anchor, "anchor", pin.Name, log.Path, Show(_frontier.Size), Show(pin.Size));
        }

        foreach (var pin in _leaves.Where(at => at.Key >= _frontier.Size).SelectMany(at => at))
        {
            findings.Add(RebuildFault.Receipt, "receipt", pin.Name, log.Path, Show(_frontier.Size), Show(pin.Leaf!.Value.Index));
        }

        await Beyond(stop);
        CheckHead(stored);
        return new VerifiedLog(log, _origin, _frontier.Size, _frontier.Root(), _checkpoints, _first, _first is null ? null : _last);
    }

    /// <summary>True when nothing was sealed yet and there is no policy either: a district whose keys exist was sealed.</summary>
    internal bool IsUnsealed { get; private set; }

    private async Task<bool> Next(CancellationToken stop)
    {
        var start = _frontier.Size;
        var entries = await Entries(start, stop);
        if (entries.Count == 0)
        {
            return false;
        }

        var end = start + entries.Count;
        var stored = await Nodes(start, end, stop);
        var checkpoints = await Checkpoints(start, end, stop);
        foreach (var bytes in entries)
        {
            var seq = _frontier.Size;
            var at = Time(bytes, seq);
            var leaf = TreeHash.Leaf(bytes);
            foreach (var pin in _leaves[seq].Where(pin => !pin.Leaf!.Value.Leaf.AsSpan().SequenceEqual(leaf)))
            {
                findings.Add(RebuildFault.Receipt, log.Table, Show(seq), "bytes", SpokenCode.Of(leaf).ToString(), SpokenCode.Of(pin.Leaf!.Value.Leaf).ToString());
            }

            Compare(_frontier.Append(leaf), stored);
            PassRoots();
            if (checkpoints.Remove(_frontier.Size, out var checkpoint))
            {
                Compare(checkpoint, at);
            }
        }

        return entries.Count == Chunk;
    }

    // A gap ends the tree: what stands after it is said by the sequence check (V02) and has no place here.
    private async Task<List<byte[]>> Entries(long start, CancellationToken stop)
    {
        var entries = new List<byte[]>();
        await using var command = snapshot.Command($"select seq, bytes from {log.Table} where seq >= $1 order by seq limit {Chunk}", start);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop) && reader.GetInt64(0) == start + entries.Count)
        {
            entries.Add((byte[])reader.GetValue(1));
        }

        return entries;
    }

    private async Task<Dictionary<NodeId, byte[]>> Nodes(long start, long end, CancellationToken stop)
    {
        var found = new Dictionary<NodeId, byte[]>();
        var ranges = Enumerable.Range(1, 62).Where(level => end >> level > start >> level)
            .Select(level => string.Create(CultureInfo.InvariantCulture, $"(level = {level} and idx >= {start >> level} and idx < {end >> level})")).ToList();
        if (ranges.Count > 0)
        {
            await using var command = snapshot.Command($"select level, idx, hash from ledger_node where log = {log.Id} and ({string.Join(" or ", ranges)})");
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                found[new NodeId(reader.GetInt32(0), reader.GetInt64(1))] = (byte[])reader.GetValue(2);
            }
        }

        return found;
    }

    private async Task<Dictionary<long, (string Note, object SignedAt)>> Checkpoints(long start, long end, CancellationToken stop)
    {
        var found = new Dictionary<long, (string, object)>();
        await using var command = snapshot.Command($"select size, note, signed_at from ledger_checkpoint where log = {log.Id} and size > $1 and size <= $2", start, end);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            found.Add(reader.GetInt64(0), (reader.GetString(1), reader.GetValue(2)));
        }

        return found;
    }

    private void Compare(IReadOnlyList<StoredNode> real, Dictionary<NodeId, byte[]> stored)
    {
        foreach (var node in IsUnsealed ? [] : real.Where(node => node.Id.Level > 0))
        {
            if (!stored.TryGetValue(node.Id, out var hash) || !hash.AsSpan().SequenceEqual(node.Hash))
            {
                findings.Add(RebuildFault.Tree, "ledger_node", $"{log.Id}/{node.Id.Level}/{Show(node.Id.Index)}", "hash", hash is null ? "∅" : LedgerPins.Show(hash), LedgerPins.Show(node.Hash));
            }
        }
    }

    private void Compare((string Note, object SignedAt) row, DateTime at)
    {
        var key = $"{log.Id}/{Show(_frontier.Size)}";
        _checkpoints++;
        _sealed = _frontier.Size;
        if (!StoredForm.Same(StoredForm.Read(row.SignedAt), StoredForm.Of(snapshot.Kind, at)))
        {
            findings.Add(RebuildFault.Derived, "ledger_checkpoint", key, "signed_at", StoredForm.Show(row.SignedAt), StoredForm.Show(at));
        }

        if (Parsed(row.Note) is not { } signed || !log.IsOrigin(signed.Checkpoint.Origin) || (_origin ?? signed.Checkpoint.Origin) != signed.Checkpoint.Origin
            || signed.Checkpoint.Size != _frontier.Size)
        {
            findings.Add(RebuildFault.Tree, "ledger_checkpoint", key, "note");
            return;
        }

        _origin = signed.Checkpoint.Origin;
        var trust = policy is null ? Trust.Signed : PolicyJudgement.Of(policy, signed).Trust;
        if (trust != Trust.Signed)
        {
            findings.Add(RebuildFault.Signature, "ledger_checkpoint", key, "note", trust.ToString(), Trust.Signed.ToString());
        }

        // What the log's own key signed is evidence that the entries were others (V06); what it did not sign is only a changed cell.
        var root = _frontier.Root();
        if (!signed.Checkpoint.Root.AsSpan().SequenceEqual(root))
        {
            var kind = trust == Trust.Signed && policy is not null ? RebuildFault.Inconsistent : RebuildFault.Tree;
            findings.Add(kind, "ledger_checkpoint", key, "note", LedgerPins.Show(signed.Checkpoint.Root), LedgerPins.Show(root));
        }
    }

    private void PassRoots()
    {
        while (_roots.TryPeek(out var pin) && pin.Size <= _frontier.Size)
        {
            _roots.Dequeue();
            if (!pin.Root.AsSpan().SequenceEqual(_frontier.Root()))
            {
                findings.Add(RebuildFault.Anchor, "anchor", pin.Name, log.Path, LedgerPins.Show(_frontier.Root()), LedgerPins.Show(pin.Root));
            }
        }
    }

    // The canonical form ends …"ts":"…","type":"…","v":1}, and no value before it can hold a quotation mark unescaped.
    private DateTime Time(byte[] bytes, long seq)
    {
        var start = bytes.AsSpan().LastIndexOf("\"ts\":\""u8) + 6;
        var text = start < 6 || start + 24 > bytes.Length ? "" : Encoding.UTF8.GetString(bytes, start, 24);
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            || at < _last || at > now + Ahead)
        {
            findings.Add(RebuildFault.Time, log.Table, Show(seq), "bytes");
        }

        _first ??= at;
        _last = at > _last ? at : _last;
        return at;
    }

    /// <summary>Rows that belong to no tree of this size.</summary>
    private async Task Beyond(CancellationToken stop)
    {
        var size = _frontier.Size;
        await using (var command = snapshot.Command($"select level, idx from ledger_node where log = {log.Id} and (level < 1 or level > 62 or idx < 0 or idx >= ($1 >> level)) limit 1000", size))
        {
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                findings.Add(RebuildFault.Extra, "ledger_node", $"{log.Id}/{reader.GetInt32(0)}/{Show(reader.GetInt64(1))}");
            }
        }

        await using var later = snapshot.Command($"select size from ledger_checkpoint where log = {log.Id} and (size < 1 or size > $1) limit 1000", size);
        await using var sizes = await later.ExecuteReaderAsync(stop);
        while (await sizes.ReadAsync(stop))
        {
            findings.Add(RebuildFault.Anchor, "ledger_checkpoint", $"{log.Id}/{Show(sizes.GetInt64(0))}", "size", Show(size), Show(sizes.GetInt64(0)));
        }
    }

    private async Task<byte[]> StoredFrontier(CancellationToken stop)
    {
        await using var command = snapshot.Command($"select {Column} from head where id = 1");
        return (byte[]?)await command.ExecuteScalarAsync(stop) ?? [];
    }

    private string Column => log == LedgerLog.Facts ? "fact_frontier" : "access_frontier";

    private void CheckHead(byte[] stored)
    {
        if (IsUnsealed)
        {
            return;
        }

        var real = _frontier.Size == 0 ? [] : LedgerSeal.Write(_frontier);
        if (!stored.AsSpan().SequenceEqual(real))
        {
            findings.Add(RebuildFault.Tree, "head", "1", Column);
        }

        if (_sealed != _frontier.Size)
        {
            findings.Add(RebuildFault.Tree, "ledger_checkpoint", $"{log.Id}/{Show(_frontier.Size)}", "size", Show(_sealed), Show(_frontier.Size));
        }
    }

    private static SignedCheckpoint? Parsed(string note)
    {
        try
        {
            return SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(note));
        }
        catch (FormatException)
        {
            // A note that is none is a finding of its own.
            return null;
        }
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
