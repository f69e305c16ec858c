namespace Lianxin.Exchange;

/// <summary>One row that holds something; <paramref name="Number"/> is the row number that spreadsheet programs show, from 1.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell of a column, from 0; empty beyond the row's end.</summary>
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : SheetCell.Empty;
}
