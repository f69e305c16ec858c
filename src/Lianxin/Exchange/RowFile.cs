using System.Text;
using System.Xml;

namespace Lianxin.Exchange;

/// <summary>The two forms in which tables come and go.</summary>
public enum RowFileKind
{
    Xlsx,
    Csv,
}

/// <summary>
/// Tables in files, row by row, never whole in memory. What is no such file, or asks for too much, is refused by
/// <see cref="RowFileException"/>. Streams must be seekable and are left open.
/// </summary>
public static class RowFile
{
    /// <summary>Told by the first bytes; what is neither xlsx nor an old Excel file is taken for csv.</summary>
    public static RowFileKind KindOf(Stream file)
    {
        var start = new byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start.AsSpan(0, read) switch
        {
            [] => throw new RowFileException("row_file.empty"),
            [(byte)'P', (byte)'K', 3, 4, ..] => RowFileKind.Xlsx,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new RowFileException("row_file.old_or_locked"),
            [(byte)'P', (byte)'K', ..] or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new RowFileException("row_file.not_a_table"),
            _ => RowFileKind.Csv,
        };
    }

    /// <summary>The rows that hold something, in order: of the first visible sheet, or of the csv file.</summary>
    public static IEnumerable<SheetRow> Read(Stream file, RowLimits? limits = null)
    {
        var within = limits ?? RowLimits.Default;
        if (file.Length > within.MaxBytes)
        {
            throw new RowFileException("row_file.too_large", detail: within.MaxBytes);
        }

        var rows = KindOf(file) == RowFileKind.Xlsx ? new XlsxRows(within).Read(file) : new CsvRows(within).Read(file);
        return Bounded(rows, within);
    }

    /// <summary>A writer with its header row written; call <see cref="IRowWriter.Finish"/> when all rows are in.</summary>
    public static IRowWriter Create(Stream target, RowFileKind kind, string sheetName, IReadOnlyList<SheetColumn> columns)
    {
        var writer = Create(target, kind, new SheetLayout(sheetName, [.. columns.Select(column => column.Width)]));
        writer.Write([.. columns.Select(column => SheetCell.Of(column.Title))]);
        return writer;
    }

    /// <summary>A writer with nothing written yet; csv knows no layout.</summary>
    public static IRowWriter Create(Stream target, RowFileKind kind, SheetLayout layout) =>
        kind == RowFileKind.Xlsx ? new XlsxRowWriter(target, layout) : new CsvRowWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    /// <summary>A csv writer in GB 18030, for programs that read nothing else.</summary>
    public static IRowWriter CreateGb18030(Stream target) => new CsvRowWriter(target, CsvText.Gb18030);

    private static IEnumerable<SheetRow> Bounded(IEnumerable<SheetRow> rows, RowLimits limits)
    {
        using var walk = rows.GetEnumerator();
        var (count, characters) = (0, 0L);
        while (Next(walk))
        {
            var row = walk.Current;
            if (row.Cells.All(cell => cell.IsBlank))
            {
                continue;
            }

            characters += row.Cells.Sum(cell => (long)cell.Text.Length);
            if (++count > limits.MaxRows)
            {
                throw new RowFileException("row_file.too_many_rows", row.Number, limits.MaxRows);
            }

            if (characters > limits.MaxCharacters)
            {
                throw new RowFileException("row_file.too_large", row.Number, limits.MaxCharacters);
            }

            if (row.Cells.Any(cell => cell.Text.Length > limits.MaxCellCharacters))
            {
                throw new RowFileException("row_file.cell_too_long", row.Number, limits.MaxCellCharacters);
            }

            yield return row;
        }
    }

    private static bool Next(IEnumerator<SheetRow> walk)
    {
        try
        {
            return walk.MoveNext();
        }
        catch (CsvHelper.CsvFormatException tooLong)
        {
            throw new RowFileException("row_file.cell_too_long", (int)tooLong.RecordNumber, inner: tooLong);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException or DecoderFallbackException)
        {
            throw new RowFileException("row_file.broken", inner: broken);
        }
    }
}
