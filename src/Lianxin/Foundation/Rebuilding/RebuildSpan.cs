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
    private readonly HashSet<Erasure> _erased = [];
    private readonly Dictionary<FoldedTable, Dictionary<object, object>> _rows = [];

    internal RebuildFindings Findings { get; } = new();

    internal long Facts { get; private set; }

    internal long Looks { get; private set; }

    /// <summary>What the entries commit to, until an opening is found.</summary>
    internal Dictionary<(bool Access, long Seq, string Path), (byte[] Value, long? Matter)> Commitments { get; } = [];

    /// <summary>The matters of the span, in order of number.</summary>
    internal List<long> Numbers { get; } = [];

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

    /// <summary>The folded rows of a table by key.</summary>
    internal Dictionary<object, object> RowsOf(FoldedTable table) => _rows.GetValueOrDefault(table) ?? [];

    /// <summary>The folded rows in canonical form, each with its matter.</summary>
    internal List<(long Matter, string Table, byte[] Bytes)> Canonical() =>
        _rows.SelectMany(t => t.Value.Values.Select(row => (t.Key.Matter(row) ?? 0, t.Key.Name, t.Key.Canonical(row)))).ToList();

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
                Commitments[(access, entry.Seq, commitment.Path)] = (commitment.Value, number);
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
            Numbers.Add(number);
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
            if (fact is INeedTwo two && (two.First == two.Second || two.First == Guid.Empty || two.Second == Guid.Empty))
            {
                // What one person destroyed alone is missing, whatever the entry calls it.
                Findings.Add(RebuildFault.TwoOfficers, "fact_entry", Show(stamp.Seq));
                return;
            }

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

    private static string Show(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "∅";
}
