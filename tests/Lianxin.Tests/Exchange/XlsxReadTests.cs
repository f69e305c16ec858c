using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

public sealed class XlsxReadTests
{
    private const string DateStyles = """
        <numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/><numFmt numFmtId="177" formatCode="&quot;day&quot;0.00"/></numFmts>
        <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="14"/></cellXfs>
        """;

    [Fact]
    public void Every_sort_of_cell_is_read()
    {
        using var file = Tables.Xlsx(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>路</t></r><r><t xml:space="preserve">灯 </t></r></is></c><c r="C1" t="str"><f>A1</f><v>算出</v></c></row>
            <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2"><v>188006</v></c><c r="C2"><v>-1.50</v></c><c r="D2" t="e"><v>#N/A</v></c><c r="E2" t="d"><v>2019-02-28T11:25:05</v></c></row>
            <row r="3"><c r="A3" s="1"><v>43782.472465277802</v></c><c r="B3" s="2"><v>43782</v></c><c r="C3" s="3"><v>43678</v></c><c r="D3" s="99"><v>1.3800005521E10</v></c></row>
            """,
            "<si><t>编号</t><rPh sb=\"0\" eb=\"1\"><t>bian</t></rPh><phoneticPr fontId=\"1\"/></si>", DateStyles);
        var rows = Tables.Read(file);
        Assert.Equal("1: 编号|路灯 |算出 / 2: TRUE|188006|-1.5|#N/A|2019-02-28 11:25:05 / 3: 2019-11-13 11:20:21|43782|2019-08-01 00:00:00|13800005521", Tables.Shown(rows));
        Assert.Equal([CellKind.Truth, CellKind.Number, CellKind.Number, CellKind.Fault, CellKind.Moment], rows[1].Cells.Select(cell => cell.Kind));
        Assert.Equal([CellKind.Moment, CellKind.Number, CellKind.Moment, CellKind.Number], rows[2].Cells.Select(cell => cell.Kind));
        Assert.Equal(new DateTime(2019, 11, 13, 11, 20, 21), rows[2][0].Local);
        Assert.Equal(SheetCell.Empty, rows[2][99]);
    }

    [Fact]
    public void Rows_keep_their_numbers_and_cells_their_columns()
    {
        using var file = Tables.Xlsx("""
            <row r="3"><c r="C3"><v>1</v></c></row><row r="4"/><row r="5"><c r="A5" s="1"/><c r="B5" t="inlineStr"><is><t>  </t></is></c></row>
            <row><c><v>2</v></c><c><v>3</v></c><c r="E6"><v>4</v></c><c><v>5</v></c></row>
            """);
        Assert.Equal("3: ||1 / 6: 2|3|||4|5", Tables.Shown(Tables.Read(file)));
    }

    [Fact]
    public void Escaped_characters_come_back()
    {
        using var file = Tables.Xlsx("""<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_c_x00zz_</t></is></c></row>""");
        Assert.Equal("a\rb_x000D_c_x00zz_", Tables.Read(file)[0][0].Text);
    }

    [Fact]
    public void A_workbook_of_the_1904_system_has_other_day_numbers()
    {
        using var file = Tables.Xlsx("""<row r="1"><c r="A1" s="3"><v>42216</v></c></row>""", null, DateStyles,
            ("xl/workbook.xml", $"""<workbook xmlns="{Tables.Main}" xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="s1"/></sheets></workbook>"""));
        Assert.Equal("2019-08-01 00:00:00", Tables.Read(file)[0][0].Text);
    }

    [Fact]
    public void The_first_visible_sheet_is_read_wherever_it_lies()
    {
        using var file = Tables.Xlsx("<row r=\"1\"><c><v>1</v></c></row>", null, null,
            ("xl/workbook.xml", $"""<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="x"><sheets><sheet name="h" state="hidden" rel:id="s1"/><sheet name="c" rel:id="chart"/><sheet name="b" rel:id="s2"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", Tables.Relations("""<Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="chart" Type="x/chartsheet" Target="c.xml"/><Relationship Id="s2" Type="x/worksheet" Target="/XL/./worksheets/../Sheets/b.xml"/>""")),
            ("xl\\sheets\\b.xml", "<worksheet><sheetData><row r=\"1\"><c><v>2</v></c></row></sheetData></worksheet>"));
        Assert.Equal("1: 2", Tables.Shown(Tables.Read(file)));
    }

    [Theory]
    [InlineData("General", false)]
    [InlineData("0.00", false)]
    [InlineData("@", false)]
    [InlineData("\"日期\"0", false)]
    [InlineData("[Red]0.00;[Blue]-0.00", false)]
    [InlineData("0.00;yyyy", false)]
    [InlineData("\\d0", false)]
    [InlineData("yyyy/m/d h:mm", true)]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\"", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("上午/下午h\"时\"", true)]
    [InlineData("\"unclosed", false)]
    [InlineData("[unclosed", false)]
    [InlineData("", false)]
    public void A_date_format_shows_parts_of_a_date(string code, bool isDate) => Assert.Equal(isDate, XlsxStyles.IsDateFormat(code));

    [Fact]
    public void A_number_beyond_fifteen_digits_has_lost_its_end()
    {
        using var file = Tables.Xlsx("<row r=\"1\"><c><v>110105194912310000</v></c><c><v>13800005521</v></c></row>");
        var row = Tables.Read(file)[0];
        Assert.True(row[0].HasLostDigits);
        Assert.Equal("110105194912310000", row[0].Text);
        Assert.False(row[1].HasLostDigits);
    }
}
