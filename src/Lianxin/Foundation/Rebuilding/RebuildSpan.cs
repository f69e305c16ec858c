using System.Globalization;
using Lianxin.Database;

namespace Lianxin.Foundation;

/// <summary>What every part of a check shares.</summary>
internal sealed record RebuildFrame(
    FactCatalogue Catalogue,
    IReadOnlyList<IOpenCommitments> Openings,
    IReadOnlyList<FoldedTable> Tables,
    SeenNumbers Facts,
    SeenNumbers Looks,
    bool Files)
{
    private readonly Dictionary<Type, FoldedTable> _byType = Tables.ToDictionary(t => t.Type);

    /// <summary>What entries without a matter erased; known before the matters are looked at.</summary>
    internal HashSet<Erasure> Erased { get; } = [];

    internal FoldedTable? TableOf(object row) => _byType.GetValueOrDefault(row.GetType());
}

/// <summary>Folds and checks the entries of one span of matters, or those of no matter. Holds one span in memory, never the journal.</summary>
internal sealed class RebuildSpan(RebuildFrame frame, RebuildSnapshot snapshot, MatterSpan span)
{
    private readonly RebuildRows _chain = new();
    private readonly Dictionary<(bool Access, long Seq, string Path), (byte[] Value, long? Matter)> _commitments = [];
    private readonly HashSet<Erasure> _erased = [];
    private readonly Dictionary<FoldedTable, Dictionary<object, object>> _rows = [];

    internal RebuildFindings Findings { get; } = new();

    internal long Facts { get; private set; }

    internal long Looks { get; private set; }

    internal long Rows { get; private set; }

    internal long Opened { get; private set; }

    internal long ErasedCount { get; private set; }

    /// <summary>The matters of the span, in order of number.</summary>
    internal List<long> Matters { get; } = [];

    /// <summary>The first entry of the matter that was recorded last in this span.</summary>
    internal (long Seq, long Matter, DateTime At)? Newest { get; private set; }

    /// <summary>Rows that facts about matters made in tables of the district as a whole.</summary>
    internal List<object> Unbound { get; } = [];

    /// <summary>What entries of this span erased.</summary>
    internal IReadOnlySet<Erasure> Erased => _erased;

    /// <summary>Folds both journals of the span.</summary>
    internal async Task Fold(CancellationToken stop)
    {
        Facts = await Fold(access: false, stop);
        Looks = await Fold(access: true, stop);
    }

    /// <summary>Adds rows that other spans made.</summary>
    internal void Take(IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            Keep(frame.TableOf(row)!, row);
        }
    }

    /// <summary>The folded rows in canonical form, each with its matter.</summary>
    internal List<(long Matter, string Table, byte[] Bytes)> Canonical() =>
        _rows.SelectMany(t => t.Value.Values.Select(row => (t.Key.Matter(row) ?? 0, t.Key.Name, t.Key.Canonical(row)))).ToList();

    /// <summary>Compares what is stored with what was folded, and opens every commitment.</summary>
    internal async Task Compare(CancellationToken stop)
    {
        foreach (var source in frame.Openings)
        {
            await foreach (var opening in source.Open(snapshot.Db, span, frame.Files).WithCancellation(stop))
            {
                Check(opening);
            }
        }

        foreach (var ((access, seq, path), _) in _commitments.OrderBy(c => c.Key.Seq))
        {
            Missing(new Erasure(seq, path, access), access ? "access_entry" : "fact_entry");
        }

        foreach (var table in frame.Tables.Where(t => t.MatterColumn is not null || span.IsNone))
        {
            await Compare(table, stop);
        }
    }

    private async Task<long> Fold(bool access, CancellationToken stop)
    {
        var entries = new RebuildEntries(frame.Catalogue, access, access ? frame.Looks : frame.Facts, Findings);
        await using var command = snapshot.Command(RebuildEntries.Select(access, span), span);
        await using var reader = await command.ExecuteReaderAsync(stop);
        long? matter = null;
        while (await reader.ReadAsync(stop))
        {
            if (entries.Next(reader) is not var (read, fact))
            {
                continue;
            }

            var entry = read.Entry;
            var number = reader.IsDBNull(1) ? (long?)null : reader.GetInt64(1);
            if (number != matter)
            {
                EndChain(matter);
                matter = number;
                Start(access, number, entry);
            }

            foreach (var commitment in entry.Commitments)
            {
                _commitments[(access, entry.Seq, commitment.Path)] = (commitment.Value, number);
            }

            if (fact is not null)
            {
                Fold(fact, new Stamp(entry.Seq, entry.At, number, entry.Cn, entry.Actor, entry.Claim) { Access = access });
            }
        }

        EndChain(matter);
        return entries.Count;
    }

    private void Start(bool access, long? matter, Ledger.Entry entry)
    {
        if (!access && matter is { } number)
        {
            Matters.Add(number);
            if (Newest is not { } newest || newest.Seq < entry.Seq)
            {
                Newest = (entry.Seq, number, entry.At);
            }
        }
    }

    private void Fold(Fact fact, Stamp stamp)
    {
        try
        {
            fact.Fold(_chain, stamp);
            _erased.UnionWith((fact as IErase)?.Erased ?? []);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A forged entry may hold anything, so any fault of a fold is a finding about that entry.
            Findings.Add(RebuildFault.Form, stamp.Access ? "access_entry" : "fact_entry", Show(stamp.Seq), "bytes", refolded: (fault as FoldException)?.Message);
        }
    }

    private void EndChain(long? matter)
    {
        foreach (var row in _chain.All)
        {
            if (frame.TableOf(row) is not { } table)
            {
                continue;
            }

            if (table.MatterColumn is null && matter is not null)
            {
                Unbound.Add(row);
            }
            else if (table.Matter(row) == matter)
            {
                Keep(table, row);
            }
            else
            {
                Findings.Add(RebuildFault.Form, table.Name, table.ShowKey(row), table.MatterColumn, Show(table.Matter(row)), Show(matter));
            }
        }

        _chain.Clear();
    }

    private void Keep(FoldedTable table, object row)
    {
        if (!_rows.TryGetValue(table, out var rows))
        {
            _rows.Add(table, rows = []);
        }

        if (!rows.TryAdd(table.Key(row), row))
        {
            Findings.Add(RebuildFault.Form, table.Name, table.ShowKey(row));
        }
    }

    private void Check(Opening opening)
    {
        var key = opening.Path.Length == 0 ? Show(opening.Matter) : $"{opening.Seq}/{opening.Path}";
        if (opening.Kind == RebuildFault.Extra || !_commitments.Remove((opening.Access, opening.Seq, opening.Path), out var commitment))
        {
            Findings.Add(RebuildFault.Extra, opening.Table, key);
            return;
        }

        if (opening.Matter != commitment.Matter)
        {
            Findings.Add(RebuildFault.Opening, opening.Table, key, "matter");
        }

        if (opening.Fault is not null)
        {
            Findings.Add(opening.Kind, opening.Table, key, opening.Fault);
        }
        else if (opening.Value is null)
        {
            Missing(new Erasure(opening.Seq, opening.Path, opening.Access), opening.Table);
        }
        else if (opening.Value.AsSpan().SequenceEqual(commitment.Value))
        {
            Opened++;
        }
        else
        {
            Findings.Add(RebuildFault.Opening, opening.Table, key);
        }
    }

    private void Missing(Erasure opening, string table)
    {
        if (_erased.Contains(opening) || frame.Erased.Contains(opening))
        {
            ErasedCount++;
        }
        else
        {
            Findings.Add(RebuildFault.NoOpening, table, $"{opening.Seq}/{opening.Path}");
        }
    }

    private async Task Compare(FoldedTable table, CancellationToken stop)
    {
        var folded = _rows.GetValueOrDefault(table) ?? [];
        await using var command = table.MatterColumn is null ? snapshot.Command(table.Select(span)) : snapshot.Command(table.Select(span), span);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var cells = new object[table.Columns.Length];
        while (await reader.ReadAsync(stop))
        {
            Rows++;
            reader.GetValues(cells);
            if (folded.Remove(table.KeyOf(cells), out var row))
            {
                Compare(table, row, cells);
            }
            else
            {
                Findings.Add(RebuildFault.Extra, table.Name, FoldedTable.ShowKey(cells, table.KeyLength));
            }
        }

        foreach (var row in folded.Values)
        {
            Findings.Add(RebuildFault.Derived, table.Name, table.ShowKey(row));
        }
    }

    private void Compare(FoldedTable table, object row, object[] cells)
    {
        for (var i = table.KeyLength; i < cells.Length; i++)
        {
            var stored = StoredForm.Read(cells[i]);
            var refolded = table.Cell(row, i);
            if (!StoredForm.Same(stored, refolded))
            {
                Findings.Add(RebuildFault.Derived, table.Name, table.ShowKey(row), table.Columns[i].Name, StoredForm.Show(stored), StoredForm.Show(refolded));
            }
        }
    }

    private static string Show(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "∅";
}
