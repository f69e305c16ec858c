using System.Globalization;
using Lianxin.Database;

namespace Lianxin.Foundation;

/// <summary>Compares one folded span with what is stored: opens every commitment, then looks at every row.</summary>
internal sealed class RebuildComparison(RebuildFrame frame, RebuildSnapshot snapshot, MatterSpan span, RebuildSpan folded)
{
    /// <summary>Stored rows compared.</summary>
    internal long Rows { get; private set; }

    /// <summary>Commitments opened.</summary>
    internal long Opened { get; private set; }

    /// <summary>Commitments whose opening an entry erased.</summary>
    internal long Erased { get; private set; }

    /// <summary>Compares what is stored with what was folded, and opens every commitment.</summary>
    internal async Task Run(CancellationToken stop)
    {
        foreach (var source in frame.Openings)
        {
            await foreach (var opening in source.Open(snapshot.Db, span, frame.Files).WithCancellation(stop))
            {
                Check(opening);
            }
        }

        foreach (var ((access, seq, path), _) in folded.Commitments.OrderBy(c => c.Key.Seq))
        {
            Missing(new Erasure(seq, path, access), access ? "access_entry" : "fact_entry");
        }

        foreach (var table in frame.Tables.Where(t => t.MatterColumn is not null || span.IsNone))
        {
            await Compare(table, stop);
        }
    }

    private void Check(Opening opening)
    {
        var key = opening.Path.Length == 0 ? Show(opening.Matter) : $"{opening.Seq}/{opening.Path}";
        if (opening.Kind == RebuildFault.Extra || !folded.Commitments.Remove((opening.Access, opening.Seq, opening.Path), out var commitment))
        {
            folded.Findings.Add(RebuildFault.Extra, opening.Table, key);
            return;
        }

        if (opening.Matter != commitment.Matter)
        {
            folded.Findings.Add(RebuildFault.Opening, opening.Table, key, "matter");
        }

        if (opening.Fault is not null)
        {
            folded.Findings.Add(opening.Kind, opening.FaultTable ?? opening.Table, key, opening.Fault);
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
            folded.Findings.Add(RebuildFault.Opening, opening.Table, key);
        }
    }

    private void Missing(Erasure opening, string table)
    {
        if (folded.Erased.Contains(opening) || frame.Erased.Contains(opening))
        {
            Erased++;
        }
        else
        {
            folded.Findings.Add(RebuildFault.NoOpening, table, $"{opening.Seq}/{opening.Path}");
        }
    }

    private async Task Compare(FoldedTable table, CancellationToken stop)
    {
        var rows = folded.RowsOf(table);
        await using var command = table.MatterColumn is null ? snapshot.Command(table.Select(span)) : snapshot.Command(table.Select(span), span);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var cells = new object[table.Columns.Length];
        while (await reader.ReadAsync(stop))
        {
            Rows++;
            reader.GetValues(cells);
            if (rows.Remove(table.KeyOf(cells), out var row))
            {
                Compare(table, row, cells);
            }
            else
            {
                folded.Findings.Add(RebuildFault.Extra, table.Name, FoldedTable.ShowKey(cells, table.KeyLength));
            }
        }

        foreach (var row in rows.Values)
        {
            folded.Findings.Add(RebuildFault.Derived, table.Name, table.ShowKey(row));
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
                folded.Findings.Add(RebuildFault.Derived, table.Name, table.ShowKey(row), table.Columns[i].Name, StoredForm.Show(stored), StoredForm.Show(refolded));
            }
        }
    }

    private static string Show(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "∅";
}
