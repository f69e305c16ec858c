using System.Security;
using Lianxin.Foundation;

namespace Lianxin.Exchange;

/// <summary>The fixed parts of an xlsx file with one sheet, and its styles.</summary>
internal static class XlsxParts
{
    public const string PlainStyle = "0";
    public const string TextStyle = "1";
    public const string HeaderStyle = "2";
    public const string MomentStyle = "3";
    public const string DayStyle = "4";

    private const int LongestName = 31;
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static IEnumerable<(string Path, string Content)> All(string sheetName) =>
    [
        ("[Content_Types].xml", $"""
            {Head}<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """),
        ("_rels/.rels", $"""
            {Head}<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            {Head}<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Documents}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{Documents}"><sheets><sheet name="{SecurityElement.Escape(NameOf(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/styles.xml", Styles),
    ];

    // In the order of the style numbers: plain, text (stays text when edited), header, moment, day.
    private static string Styles => $"""
        {Head}<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    /// <summary>A, B … Z, AA …, from 0.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
        {
            name = (char)('A' + ((left - 1) % 26)) + name;
        }

        return name;
    }

    // Excel refuses a file whose sheet is named otherwise.
    private static string NameOf(string wished)
    {
        var clean = string.Concat(PlainText.Line(wished, LongestName).Text.Where(character => !"[]:*?/\\".Contains(character, StringComparison.Ordinal)));
        var name = clean.Length > LongestName ? clean[..LongestName] : clean;
        name = PlainText.Line(name, LongestName).Text.Trim('\'', ' ');
        return name.Length == 0 ? "Sheet1" : name;
    }
}
