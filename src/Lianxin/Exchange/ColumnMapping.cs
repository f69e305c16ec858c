namespace Lianxin.Exchange;

/// <summary>Which column of a table means what: guessed from its headers, corrected by a person.</summary>
public sealed class ColumnMapping
{
    // Shorter words (时间, 内容) stand inside headers that mean something else.
    private const int ShortestPart = 4;
    private const int HeaderWithin = 10;

    private readonly Dictionary<MatterColumn, int> columns;

    private ColumnMapping(IReadOnlyList<string> headers, Dictionary<MatterColumn, int> columns) => (Headers, this.columns) = (headers, columns);

    /// <summary>The headers as they stand in the table.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Meaning to column, from 0.</summary>
    public IReadOnlyDictionary<MatterColumn, int> Columns => columns;

    /// <summary>Columns from 0 that would not be imported.</summary>
    public IReadOnlyList<int> Unused => [.. Enumerable.Range(0, Headers.Count).Where(at => Headers[at].Length > 0 && !columns.ContainsValue(at))];

    /// <summary>A table can be imported when it says what a matter is about.</summary>
    public bool IsUsable => columns.ContainsKey(MatterColumn.Title) || columns.ContainsKey(MatterColumn.Body);

    /// <summary>Whole headers first, then long headers inside longer ones (首次答复时间); each column and each meaning once.</summary>
    public static ColumnMapping Guess(IReadOnlyList<string?> headers)
    {
        var folded = headers.Select(header => ColumnHeaders.Fold(header ?? "")).ToList();
        var found = new Dictionary<MatterColumn, int>();
        Assign(found, folded, (header, known) => header == known);
        Assign(found, folded, (header, known) => known.Length >= ShortestPart && !char.IsAscii(known[0]) && header.Contains(known, StringComparison.Ordinal));
        return new ColumnMapping([.. headers.Select(header => header ?? "")], found);
    }

    /// <inheritdoc cref="Guess(IReadOnlyList{string?})"/>
    public static ColumnMapping Guess(SheetRow header) => Guess([.. header.Cells.Select(cell => cell.Text)]);

    /// <summary>
    /// The header row: of the first ten rows the one with most known headers, at least two and enough to be usable; the first row
    /// otherwise; null for no rows.
    /// </summary>
    public static SheetRow? FindHeader(IEnumerable<SheetRow> rows)
    {
        var first = rows.Take(HeaderWithin).ToList();
        return first.OrderByDescending(row => Guess(row) is { IsUsable: true, columns.Count: > 1 and var known } ? known : 0).FirstOrDefault();
    }

    /// <summary>The cell of that meaning; empty when the table has none.</summary>
    public SheetCell Cell(SheetRow row, MatterColumn column) => columns.TryGetValue(column, out var at) ? row[at] : SheetCell.Empty;

    /// <summary>The same with one meaning moved to another column, or to none; what that column meant before it means no more.</summary>
    public ColumnMapping With(MatterColumn column, int? at)
    {
        if (at is { } there && (there < 0 || there >= Headers.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, "The table has no such column.");
        }

        var moved = columns.Where(pair => pair.Key != column && pair.Value != at).ToDictionary();
        if (at is { } here)
        {
            moved[column] = here;
        }

        return new ColumnMapping(Headers, moved);
    }

    /// <summary>
    /// The same corrected by words such as <c>title=留言主题,at=D,reply=</c>: a meaning, then a header or a column's letters, or nothing for
    /// none. Refused with <c>row_file.map_unknown</c> and the part that could not be read.
    /// </summary>
    public ColumnMapping With(string map)
    {
        var mapping = this;
        foreach (var part in map.Split([',', '\uFF0C', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length < 2 || ColumnNamed(sides[0]) is not { } column)
            {
                throw new RowFileException("row_file.map_unknown", detail: part);
            }

            mapping = mapping.With(column, sides[1].Length == 0 ? null : IndexOf(sides[1]) ?? throw new RowFileException("row_file.map_unknown", detail: part));
        }

        return mapping;
    }

    private static MatterColumn? ColumnNamed(string name)
    {
        var plain = ColumnHeaders.Fold(name);
        return Enum.GetValues<MatterColumn>().Select(column => (MatterColumn?)column)
            .FirstOrDefault(column => column.ToString()!.Equals(plain, StringComparison.OrdinalIgnoreCase));
    }

    private int? IndexOf(string headerOrLetters)
    {
        var header = Headers.ToList().FindIndex(one => one.Trim() == headerOrLetters);
        header = header >= 0 ? header : Headers.ToList().FindIndex(one => ColumnHeaders.Fold(one) is { Length: > 0 } folded && folded == ColumnHeaders.Fold(headerOrLetters));
        var letters = Enumerable.Range(0, Headers.Count).FirstOrDefault(at => XlsxParts.ColumnName(at).Equals(headerOrLetters, StringComparison.OrdinalIgnoreCase), -1);
        return header >= 0 ? header : letters >= 0 ? letters : null;
    }

    private static void Assign(Dictionary<MatterColumn, int> found, List<string> headers, Func<string, string, bool> fits)
    {
        foreach (var (column, known) in ColumnHeaders.Known.Where(one => !found.ContainsKey(one.Column)))
        {
            var at = known.Select(one => Enumerable.Range(0, headers.Count).FirstOrDefault(index => fits(headers[index], one) && !found.ContainsValue(index), -1))
                .FirstOrDefault(index => index >= 0, -1);
            if (at >= 0)
            {
                found[column] = at;
            }
        }
    }
}
