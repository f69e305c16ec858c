using System.Text;
using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

public sealed class ErrorSheetTests
{
    private static readonly Dictionary<int, string> Errors = new() { [3] = "时间有歧义", [6] = "缺少内容" };

    [Fact]
    public void The_same_sheet_comes_back_with_one_more_column()
    {
        using var source = Tables.Xlsx("""
            <row r="1"><c t="inlineStr"><is><t>汇总</t></is></c></row>
            <row r="2"><c t="inlineStr"><is><t>编号</t></is></c><c t="inlineStr"><is><t>时间</t></is></c></row>
            <row r="3"><c><v>188006</v></c><c t="inlineStr"><is><t>03/04/2019</t></is></c></row>
            <row r="5"><c><v>188007</v></c><c s="1"><v>43782.472465277802</v></c><c t="b"><v>1</v></c></row>
            <row r="6"><c t="e"><v>#N/A</v></c></row>
            """, null, "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>");
        var rows = Returned(source, headerRow: 2);
        Assert.Equal("1: 汇总 / 2: 编号|时间||错误 / 3: 188006|03/04/2019||时间有歧义 / 5: 188007|2019-11-13 11:20:21|TRUE / 6: #N/A|||缺少内容", Tables.Shown(rows));
        Assert.Equal([CellKind.Number, CellKind.Moment, CellKind.Truth], rows[3].Cells.Select(cell => cell.Kind));
    }

    [Fact]
    public void A_corrected_sheet_that_comes_again_does_not_grow()
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes("编号,错误,时间\n1,旧,2019-01-01\n2,旧,'=1\n"));
        var rows = Returned(source, headerRow: 1);
        Assert.Equal("1: 编号|错误|时间 / 2: 1||2019-01-01 / 3: 2|时间有歧义|=1", Tables.Shown(rows));
    }

    [Fact]
    public void A_csv_comes_back_as_csv_in_UTF_8()
    {
        using var source = new MemoryStream(CsvText.Gb18030.GetBytes("编号;时间\n\n1;=1+1\n"));
        using var target = new MemoryStream();
        ErrorSheet.Write(source, target, headerRow: 1, "错误", Errors);
        Assert.Equal("\uFEFF编号,时间,错误\r\n\"\"\r\n1,'=1+1,时间有歧义\r\n", Encoding.UTF8.GetString(target.ToArray()));
    }

    private static List<SheetRow> Returned(Stream source, int headerRow)
    {
        var target = new MemoryStream();
        ErrorSheet.Write(source, target, headerRow, "错误", Errors);
        return Tables.Read(target);
    }
}
