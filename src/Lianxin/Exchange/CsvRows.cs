using System.Text;
using CsvHelper;

namespace Lianxin.Exchange;

/// <summary>Streams the records of a csv file; every cell is text, and its row is the one a spreadsheet program would show.</summary>
internal sealed class CsvRows(RowLimits limits)
{
    private const int Sample = 64 * 1024;
    private const int SampledRows = 20;
    private const string Delimiters = ",\t;|";

    // What one record may take in memory while its end is looked for.
    private const int LongestRecord = 16 * 1024 * 1024;

    private bool isOpenQuote;

    public IEnumerable<SheetRow> Read(Stream file)
    {
        var encoding = CsvText.Detect(file);
        var (delimiter, hasDirective) = Guess(file, encoding);
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        if (hasDirective)
        {
            reader.ReadLine();
        }

        using var csv = CsvReader.Create(reader, Options(delimiter), leaveOpen: true);
        for (var number = 1; csv.Read(); number++)
        {
            if (isOpenQuote)
            {
                throw new RowFileException("row_file.open_quote", number);
            }

            yield return new SheetRow(number, CellsOf(csv, number));
        }
    }

    // A quote inside a plain field is somebody's inch. One that is never closed, or lies in a record over several lines, has
    // swallowed rows.
    private CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = LongestRecord,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = malformed => isOpenQuote |= malformed.Reason == CsvMalformedReason.UnterminatedQuote || malformed.RawRecord.Contains('\n'),
    };

    private List<SheetCell> CellsOf(CsvReader csv, int row)
    {
        var length = csv.FieldCount;
        while (length > 0 && csv.IsEmpty(length - 1))
        {
            length--;
        }

        if (length > limits.MaxCells)
        {
            throw new RowFileException("row_file.too_many_cells", row, limits.MaxCells);
        }

        return [.. Enumerable.Range(0, length).Select(at => SheetCell.Of(FormulaGuard.Strip(csv.GetString(at))))];
    }

    // The delimiter that cuts most of the first rows into equally many cells. Excel's own first line, sep=;, settles it.
    private static (char Delimiter, bool HasDirective) Guess(Stream file, Encoding encoding)
    {
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var sample = new char[Sample];
        var text = sample.AsSpan(0, reader.ReadBlock(sample));
        file.Position = 0;
        if (text is ['s', 'e', 'p', '=', var told, '\r' or '\n', ..])
        {
            return (told, true);
        }

        var counts = Delimiters.ToDictionary(delimiter => delimiter, _ => new List<int>());
        Count(text, counts);
        return (Delimiters.MaxBy(delimiter => Evenness(counts[delimiter])), false);
    }

    private static void Count(ReadOnlySpan<char> text, Dictionary<char, List<int>> counts)
    {
        var (isQuoted, rows) = (false, 0);
        var now = counts.Keys.ToDictionary(delimiter => delimiter, _ => 0);
        for (var at = 0; at <= text.Length && rows < SampledRows; at++)
        {
            if (at == text.Length || (text[at] == '\n' && !isQuoted))
            {
                rows++;
                foreach (var delimiter in counts.Keys)
                {
                    counts[delimiter].Add(now[delimiter]);
                    now[delimiter] = 0;
                }
            }
            else if (text[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && now.TryGetValue(text[at], out var count))
            {
                now[text[at]] = count + 1;
            }
        }
    }

    private static int Evenness(List<int> counts) =>
        counts.Where(count => count > 0).GroupBy(count => count).Select(same => (same.Count() * 1_000) + Math.Min(same.Key, 999)).DefaultIfEmpty(0).Max();
}
