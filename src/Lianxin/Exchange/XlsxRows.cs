using System.Globalization;
using System.Xml;

namespace Lianxin.Exchange;

/// <summary>Streams the rows of the first visible sheet; only the texts shared between cells are held in memory.</summary>
internal sealed class XlsxRows(RowLimits limits)
{
    // Excel's own ends: XFD and 1,048,576.
    private const int LastColumn = 16_384;
    private const int LastRow = 1_048_576;

    private readonly List<string> shared = [];
    private XlsxStyles styles = new();
    private bool is1904;

    public IEnumerable<SheetRow> Read(Stream file)
    {
        using var package = new XlsxPackage(file, limits);
        using var sheet = package.OpenSheet();
        is1904 = package.Is1904;
        using (var xml = package.OpenPart("styles"))
        {
            styles = XlsxStyles.Read(xml);
        }

        using (var xml = package.OpenPart("sharedStrings"))
        {
            ReadShared(xml);
        }

        var last = 0;
        while (sheet.Step())
        {
            if (sheet.IsStart("row"))
            {
                var number = sheet.GetAttribute("r") is { } given ? Parse(given) : last + 1;
                last = number > last && number <= LastRow ? number : throw new RowFileException("row_file.broken", number);
                yield return new SheetRow(number, ReadCells(sheet, number));
            }
        }
    }

    private void ReadShared(XmlReader? xml)
    {
        var characters = 0L;
        while (xml is not null && xml.Step())
        {
            if (xml.IsStart("si"))
            {
                var text = XlsxText.Decode(xml.Texts(limits.MaxCellCharacters, row: 0).Inline);
                characters += text.Length + 16;
                shared.Add(characters <= limits.MaxSharedCharacters ? text : throw new RowFileException("row_file.too_large", detail: limits.MaxSharedCharacters));
            }
        }
    }

    private List<SheetCell> ReadCells(XmlReader xml, int row)
    {
        var cells = new List<SheetCell>();
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var (depth, next) = (xml.Depth, 0);
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.IsStart("c"))
            {
                var column = xml.GetAttribute("r") is { } given ? ColumnOf(given, row) : next;
                next = column + 1;
                var cell = ReadCell(xml, row);
                if (cell.Kind != CellKind.Empty)
                {
                    Put(cells, column, cell, row);
                }
            }
        }

        return cells;
    }

    private void Put(List<SheetCell> cells, int column, SheetCell cell, int row)
    {
        if (column >= limits.MaxCells)
        {
            throw new RowFileException("row_file.too_many_cells", row, limits.MaxCells);
        }

        while (cells.Count <= column)
        {
            cells.Add(SheetCell.Empty);
        }

        cells[column] = cell;
    }

    private SheetCell ReadCell(XmlReader xml, int row)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (value, inline) = xml.Texts(limits.MaxCellCharacters, row);
        return type switch
        {
            "s" => value.Length == 0 ? SheetCell.Empty : SheetCell.Of(Shared(value, row)),
            "inlineStr" => SheetCell.Of(XlsxText.Decode(inline)),
            "str" => SheetCell.Of(XlsxText.Decode(value)),
            "b" => value.Length == 0 ? SheetCell.Empty : SheetCell.Of(value is "1" or "true"),
            "e" => SheetCell.Fault(value),
            "d" => MomentOf(value),
            _ => value.Length == 0 ? SheetCell.Empty : NumberOf(value, styles.IsDate(style)),
        };
    }

    private string Shared(string value, int row)
    {
        var at = Parse(value);
        return at >= 0 && at < shared.Count ? shared[at] : throw new RowFileException("row_file.broken", row);
    }

    private SheetCell NumberOf(string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return SheetCell.Of(value);
        }

        var serial = is1904 ? number + ExcelSerial.From1904 : number;
        return isDate && ExcelSerial.ToLocal(serial) is not null ? SheetCell.OfSerial(serial) : SheetCell.Of(number);
    }

    private static SheetCell MomentOf(string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) && local.Year > 1900
            ? SheetCell.OfLocal(local)
            : SheetCell.Of(value);

    private static int ColumnOf(string reference, int row)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > LastColumn)
            {
                break;
            }
        }

        return column is >= 1 and <= LastColumn ? column - 1 : throw new RowFileException("row_file.broken", row);
    }

    private static int Parse(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
