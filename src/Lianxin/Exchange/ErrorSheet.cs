namespace Lianxin.Exchange;

/// <summary>Gives a table back as it came, each row at its number, with what is wrong in one more column.</summary>
public static class ErrorSheet
{
    private const int Width = 18;
    private const int ErrorWidth = 48;

    /// <summary>
    /// Writes the table of <paramref name="source"/> in the form it came in. <paramref name="errors"/> holds the text of each faulty row by
    /// its number; a column that already bears <paramref name="title"/> is written anew, so that a corrected sheet does not grow.
    /// </summary>
    public static void Write(Stream source, Stream target, int headerRow, string title, IReadOnlyDictionary<int, string> errors, RowLimits? limits = null)
    {
        var kind = RowFile.KindOf(source);
        var column = ColumnOf(RowFile.Read(source, limits), headerRow, title);
        var layout = new SheetLayout("Sheet1", [.. Enumerable.Repeat(Width, column), ErrorWidth], headerRow);
        using var writer = RowFile.Create(target, kind, layout);
        foreach (var row in RowFile.Read(source, limits))
        {
            var text = row.Number == headerRow ? title : errors.GetValueOrDefault(row.Number, "");
            writer.Write(With(row, column, SheetCell.Of(text)), row.Number);
        }

        writer.Finish();
    }

    private static int ColumnOf(IEnumerable<SheetRow> rows, int headerRow, string title)
    {
        var width = 0;
        foreach (var row in rows)
        {
            width = Math.Max(width, row.Cells.Count);
            if (row.Number == headerRow && row.Cells.ToList().FindIndex(cell => cell.Text == title) is >= 0 and var known)
            {
                return known;
            }
        }

        return width;
    }

    private static List<SheetCell> With(SheetRow row, int column, SheetCell error)
    {
        var cells = row.Cells.ToList();
        while (cells.Count <= column)
        {
            cells.Add(SheetCell.Empty);
        }

        cells[column] = error;
        return cells;
    }
}
