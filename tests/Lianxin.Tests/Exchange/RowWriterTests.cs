using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

public sealed class RowWriterTests
{
    private static readonly SheetColumn[] Columns = [new("编号", 14), new("主题", 40)];

    public static TheoryData<RowFileKind> Kinds => [RowFileKind.Xlsx, RowFileKind.Csv];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_written_reads_back(RowFileKind kind)
    {
        var cells = from text in Texts() from number in Gen.Choose(-1_000_000, 1_000_000) from ticks in Gen.Choose(0, 1_000_000_000)
                    select (IReadOnlyList<SheetCell>)[SheetCell.Of("x"), SheetCell.Of(text), SheetCell.Of(number / 8.0), SheetCell.OfLocal(new DateTime(2000, 1, 1).AddSeconds(ticks)), SheetCell.Of(number > 0)];
        Prop.ForAll(cells.ListOf(5).ToArbitrary(), rows =>
        {
            using var file = Tables.Written(kind, rows, Columns);
            var read = Tables.Read(file).Skip(1).Select(row => row.Cells.Select(cell => cell.Text));
            return read.Select(row => string.Join('\u0001', row)).SequenceEqual(rows.Select(row => string.Join('\u0001', row.Select(cell => cell.Text))));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8613800005521")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("  =1")]
    [InlineData("'=1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void A_text_never_becomes_a_formula(string text)
    {
        using var csv = Tables.Written(RowFileKind.Csv, [[SheetCell.Of(text)]], Columns);
        var line = Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n", 2)[1];
        Assert.StartsWith("'", line.TrimStart('"'), StringComparison.Ordinal);
        Assert.Equal(text, Tables.Read(csv)[1][0].Text);

        using var xlsx = Tables.Written(RowFileKind.Xlsx, [[SheetCell.Of(text)]], Columns);
        var sheet = PartOf(xlsx, "xl/worksheets/sheet1.xml");
        Assert.Contains("<c r=\"A2\" s=\"1\" t=\"inlineStr\">", sheet);
        Assert.DoesNotContain("<f", sheet);
        Assert.Equal(text, Tables.Read(xlsx)[1][0].Text);
    }

    [Fact]
    public void A_number_in_csv_is_no_formula()
    {
        using var csv = Tables.Written(RowFileKind.Csv, [[SheetCell.Of(-1.5), SheetCell.Of(7L)]], Columns);
        Assert.EndsWith("-1.5,7\r\n", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_begins_with_the_mark_Excel_needs()
    {
        using var csv = Tables.Written(RowFileKind.Csv, [], Columns);
        Assert.Equal("\uFEFF编号,主题\r\n", Encoding.UTF8.GetString(csv.ToArray()));
    }

    [Fact]
    public void Csv_can_be_written_in_GB_18030()
    {
        using var file = new MemoryStream();
        using (var writer = RowFile.CreateGb18030(file))
        {
            writer.Write([SheetCell.Of("𠮷㛃𬭎")]);
            writer.Finish();
        }

        Assert.Equal("𠮷㛃𬭎\r\n", CsvText.Gb18030.GetString(file.ToArray()));
        Assert.Equal("1: 𠮷㛃𬭎", Tables.Shown(Tables.Read(file)));
    }

    [Fact]
    public void An_xlsx_file_has_a_frozen_bold_header_and_is_valid()
    {
        using var file = Tables.Written(RowFileKind.Xlsx, [[SheetCell.Of("a\u0001<&>\"\n\r" + '\uD842'), SheetCell.Of(1.5), SheetCell.OfLocal(new DateTime(2026, 1, 5, 8, 30, 0)), SheetCell.Of(true)]], Columns);
        var sheet = PartOf(file, "xl/worksheets/sheet1.xml");
        Assert.Contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>", sheet);
        Assert.Contains("<col min=\"2\" max=\"2\" width=\"40\" customWidth=\"1\"/>", sheet);
        Assert.Contains("<c r=\"A1\" s=\"2\" t=\"inlineStr\">", sheet);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath} {error.Description}"));
    }

    [Theory]
    [InlineData("2026/1:[a]*?\\", "20261a")]
    [InlineData("'引号'", "引号")]
    [InlineData("", "Sheet1")]
    [InlineData("///", "Sheet1")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("<&>", "<&>")]
    public void A_sheet_gets_a_name_Excel_accepts(string wished, string name)
    {
        using var file = new MemoryStream();
        using (var writer = RowFile.Create(file, RowFileKind.Xlsx, wished, Columns))
        {
            writer.Finish();
        }

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Equal(name, document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value);
    }

    [Fact]
    public void Equal_rows_give_equal_bytes()
    {
        using var one = Tables.Written(RowFileKind.Xlsx, [[SheetCell.Of("a")]], Columns);
        using var other = Tables.Written(RowFileKind.Xlsx, [[SheetCell.Of("a")]], Columns);
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_may_leave_gaps_but_not_go_back(RowFileKind kind)
    {
        using var file = new MemoryStream();
        using var writer = RowFile.Create(file, kind, new SheetLayout("a", [10], HeaderRow: 3));
        writer.Write([SheetCell.Of("b")], 3);
        writer.Write([SheetCell.Of("c")], 6);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write([SheetCell.Of("d")], 6));
        writer.Finish();
        Assert.Equal("3: b / 6: c", Tables.Shown(Tables.Read(file)));
    }

    [Fact]
    public void A_cell_Excel_could_not_hold_is_refused()
    {
        using var writer = RowFile.Create(new MemoryStream(), RowFileKind.Xlsx, "a", Columns);
        Assert.Equal("row_file.cell_too_long", Assert.Throws<RowFileException>(() => writer.Write([SheetCell.Of(new string('a', 32_768))])).Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_hundred_thousand_rows_leave_as_they_are_written(RowFileKind kind)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = File.Open(path, FileMode.Create);
            using var writer = RowFile.Create(file, kind, "a", Columns);
            for (var row = 0; row < 100_000; row++)
            {
                writer.Write([SheetCell.Of((long)row), SheetCell.Of("永宁社区三号楼前路灯不亮,夜间行走不便")]);
            }

            var written = file.Position;
            writer.Finish();
            Assert.InRange(written, file.Length * 9 / 10, file.Length);
            Assert.Equal(100_001, RowFile.Read(file).Count());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string PartOf(MemoryStream file, string path)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static Gen<string> Texts()
    {
        var any = Gen.Elements("路灯", "a", " ", "\t", "\n", "\r\n", "\r", ",", ";", "\"", "'", "=", "+", "-", "@", "_x000D_", "_x", "\u0001", "\uFFFF", "𠮷", "<", "&",
            "]]>", "\uFF1D", "\u0085").ListOf().Select(parts => "x" + string.Concat(parts));
        var starts = Gen.Elements("=", "'", "-", "@", "''=", " ", "x", "\t", "路").ListOf().Where(parts => parts.Count > 0).Select(parts => string.Concat(parts));
        return Gen.OneOf(any, starts);
    }
}
