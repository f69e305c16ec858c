namespace Lianxin.Exchange;

/// <summary>A column to write: its title and its width in characters.</summary>
public sealed record SheetColumn(string Title, int Width = 18);

/// <summary>What an xlsx sheet looks like: its name, column widths in characters, and the header row that is bold and stays in view.</summary>
public sealed record SheetLayout(string Name, IReadOnlyList<int> Widths, int HeaderRow = 1);

/// <summary>Writes a table row by row. What was not finished is no file.</summary>
public interface IRowWriter : IDisposable
{
    /// <summary>Writes a row below the last one, or at a greater row number, leaving the rows between empty.</summary>
    void Write(IReadOnlyList<SheetCell> cells, int? number = null);

    /// <summary>Completes the file.</summary>
    void Finish();
}
