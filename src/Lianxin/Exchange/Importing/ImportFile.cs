namespace Lianxin.Exchange;

/// <summary>The head of a table: where its headers stand, what they seem to mean, and its first rows.</summary>
public sealed record ImportHead(RowFileKind Kind, int HeaderRow, IReadOnlyList<string> Headers, ColumnMapping Guess, IReadOnlyList<SheetRow> First)
{
    /// <summary>Rows of a preview.</summary>
    public const int Shown = 20;

    private const int HeaderWithin = 10;

    /// <summary>Reads the head; what is no table is refused by <see cref="RowFileException"/>.</summary>
    public static ImportHead Read(Stream file, RowLimits limits)
    {
        var rows = RowFile.Read(file, limits).Take(HeaderWithin + Shown).ToList();
        var header = ColumnMapping.FindHeader(rows) ?? throw new RowFileException("row_file.empty");
        return Of(RowFile.KindOf(file), header, rows);
    }

    /// <summary>The same over headers that were settled before.</summary>
    public static ImportHead Read(Stream file, RowLimits limits, int headerRow)
    {
        var rows = RowFile.Read(file, limits).Take(HeaderWithin + Shown).ToList();
        return Of(RowFile.KindOf(file), rows.Find(row => row.Number == headerRow) ?? throw new RowFileException("row_file.broken"), rows);
    }

    private static ImportHead Of(RowFileKind kind, SheetRow header, List<SheetRow> rows)
    {
        var below = rows.Where(row => row.Number > header.Number).Take(Shown).ToList();
        var width = below.Select(row => row.Cells.Count).Append(header.Cells.Count).Max();
        var headers = Enumerable.Range(0, width).Select(at => header[at].Text.Trim()).ToList();
        return new ImportHead(kind, header.Number, headers, ColumnMapping.Guess(headers), below);
    }
}
