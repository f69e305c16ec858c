using System.Text;
using CsvHelper;
using Lianxin.Foundation;

namespace Lianxin.Exchange;

/// <summary>Writes csv as Excel expects it (UTF-8 with its mark, commas, CR LF) and lets no text begin a formula.</summary>
internal sealed class CsvRowWriter : IRowWriter
{
    private readonly CsvWriter csv;
    private int last;

    public CsvRowWriter(Stream target, Encoding encoding) =>
        csv = CsvWriter.Create(new StreamWriter(target, encoding, leaveOpen: true), new CsvWriterOptions { ValidateFieldCount = false });

    public void Write(IReadOnlyList<SheetCell> cells, int? number = null)
    {
        var row = number ?? last + 1;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(row, last, nameof(number));
        for (var gap = last + 1; gap < row; gap++)
        {
            csv.WriteRecord([""]);
        }

        foreach (var cell in cells)
        {
            csv.WriteField(cell.Kind == CellKind.Number ? cell.Text : FormulaGuard.Guard(WellFormed(cell.Text)));
        }

        csv.EndRecord();
        last = row;
    }

    public void Finish() => csv.Flush();

    public void Dispose() => csv.Dispose();

    private static string WellFormed(string text) => PlainText.WellFormed(text);
}
