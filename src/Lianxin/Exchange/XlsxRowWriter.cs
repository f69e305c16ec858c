using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Lianxin.Exchange;

/// <summary>
/// Streams one sheet into an xlsx file. Texts are typed as text and shown so, whatever they begin with; the same rows give the same bytes.
/// </summary>
internal sealed class XlsxRowWriter : IRowWriter
{
    private const int LastRow = 1_048_576;
    private const int LongestCell = 32_767;

    // Zip knows no time before; a fixed one keeps equal files equal.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly XmlWriter xml;
    private readonly int headerRow;
    private int last;

    public XlsxRowWriter(Stream target, SheetLayout layout)
    {
        archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        headerRow = layout.HeaderRow;
        foreach (var (path, content) in XlsxParts.All(layout.Name))
        {
            using var part = new StreamWriter(Entry(path), new UTF8Encoding(false));
            part.Write(content);
        }

        var settings = new XmlWriterSettings { NewLineHandling = NewLineHandling.None, CloseOutput = true, Encoding = new UTF8Encoding(false) };
        xml = XmlWriter.Create(Entry("xl/worksheets/sheet1.xml"), settings);
        Begin(layout);
    }

    public void Write(IReadOnlyList<SheetCell> cells, int? number = null)
    {
        var row = number ?? last + 1;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(row, last, nameof(number));
        if (row > LastRow)
        {
            throw new RowFileException("row_file.too_many_rows", row, LastRow);
        }

        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            WriteCell(cells[column], XlsxParts.ColumnName(column) + row.ToString(CultureInfo.InvariantCulture), row);
        }

        xml.WriteEndElement();
        last = row;
    }

    public void Finish()
    {
        xml.WriteEndDocument();
        xml.Dispose();
        archive.Dispose();
    }

    public void Dispose()
    {
        xml.Dispose();
        archive.Dispose();
    }

    private Stream Entry(string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    private void Begin(SheetLayout layout)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        if (headerRow > 0)
        {
            xml.WriteRaw($"""<sheetViews><sheetView workbookViewId="0"><pane ySplit="{headerRow}" topLeftCell="A{headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        }

        if (layout.Widths.Count > 0)
        {
            var columns = layout.Widths.Select((width, at) => $"""<col min="{at + 1}" max="{at + 1}" width="{Math.Clamp(width, 1, 255)}" customWidth="1"/>""");
            xml.WriteRaw($"<cols>{string.Concat(columns)}</cols>");
        }

        xml.WriteStartElement("sheetData");
    }

    private void WriteCell(SheetCell cell, string reference, int row)
    {
        if (cell.Kind == CellKind.Empty)
        {
            return;
        }

        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        switch (cell.Kind)
        {
            case CellKind.Number:
                WriteValue(StyleOf(row, XlsxParts.PlainStyle), null, cell.Number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case CellKind.Moment:
                var style = cell.Number == Math.Floor(cell.Number) ? XlsxParts.DayStyle : XlsxParts.MomentStyle;
                WriteValue(StyleOf(row, style), null, cell.Number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case CellKind.Truth:
                WriteValue(StyleOf(row, XlsxParts.PlainStyle), "b", cell.Number == 0 ? "0" : "1");
                break;
            default:
                WriteText(cell.Text, StyleOf(row, XlsxParts.TextStyle), row);
                break;
        }

        xml.WriteEndElement();
    }

    private string StyleOf(int row, string style) => row == headerRow ? XlsxParts.HeaderStyle : style;

    private void WriteValue(string style, string? type, string value)
    {
        xml.WriteAttributeString("s", style);
        if (type is not null)
        {
            xml.WriteAttributeString("t", type);
        }

        xml.WriteElementString("v", value);
    }

    private void WriteText(string text, string style, int row)
    {
        if (text.Length > LongestCell)
        {
            throw new RowFileException("row_file.cell_too_long", row, LongestCell);
        }

        xml.WriteAttributeString("s", style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxText.Encode(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
