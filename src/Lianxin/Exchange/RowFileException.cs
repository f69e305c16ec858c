namespace Lianxin.Exchange;

/// <summary>
/// A file that cannot be read or written as rows. The code names the text to show (<c>row_file.broken</c>, <c>row_file.too_many_rows</c>…),
/// filled with the row, 0 when it is the whole file, and the limit or name in question.
/// </summary>
public sealed class RowFileException : Exception
{
    public RowFileException(string code, int row = 0, object? detail = null, Exception? inner = null)
        : base(code, inner) => (Code, Row, Detail) = (code, row, detail);

    public string Code { get; }

    /// <summary>The row number that spreadsheet programs show; 0 when the whole file is meant.</summary>
    public int Row { get; }

    public object? Detail { get; }
}
