using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

public sealed class HostileFileTests
{
    private static readonly RowLimits Small = new() { MaxRows = 10, MaxCells = 5, MaxCellCharacters = 20, MaxBytes = 100_000, MaxSharedCharacters = 1_000, MaxCharacters = 400 };

    public static TheoryData<string, string> BrokenSheets => new()
    {
        { "row_file.broken", "<row r=\"1\"><c r=\"A1\"><v>1</v></c>" },
        { "row_file.broken", "<row r=\"2\"/><row r=\"2\"/>" },
        { "row_file.broken", "<row r=\"0\"/>" },
        { "row_file.broken", "<row r=\"-1\"/>" },
        { "row_file.broken", "<row r=\"1048577\"/>" },
        { "row_file.broken", "<row r=\"99999999999999999999\"/>" },
        { "row_file.broken", "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>" },
        { "row_file.broken", "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>" },
        { "row_file.broken", $"<row r=\"1\"><c r=\"{new string('A', 500)}1\"><v>1</v></c></row>" },
        { "row_file.broken", "<row r=\"1\"><c t=\"s\"><v>7</v></c></row>" },
        { "row_file.broken", "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>" },
        { "row_file.broken", string.Concat(Enumerable.Repeat("<a>", 1_000)) },
        { "row_file.broken", "<row r=\"1\"><c>" + string.Concat(Enumerable.Repeat("<a>", 1_000)) },
        { "row_file.broken", "&undefined;" },
        { "row_file.too_many_cells", "<row r=\"1\"><c r=\"F1\"><v>1</v></c></row>" },
        { "row_file.cell_too_long", "<row r=\"1\"><c t=\"inlineStr\"><is><t>123456789012345678901</t></is></c></row>" },
        { "row_file.cell_too_long", $"<row r=\"1\"><c t=\"inlineStr\"><is>{string.Concat(Enumerable.Repeat("<r><t>12345678</t></r>", 50))}</is></c></row>" },
        { "row_file.too_many_rows", string.Concat(Enumerable.Range(1, 11).Select(row => $"<row r=\"{row}\"><c><v>1</v></c></row>")) },
        { "row_file.too_large", string.Concat(Enumerable.Range(1, 5).Select(row => $"<row r=\"{row}\">{string.Concat(Enumerable.Repeat("<c t=\"inlineStr\"><is><t>12345678901234567890</t></is></c>", 5))}</row>")) },
    };

    [Theory]
    [MemberData(nameof(BrokenSheets))]
    public void A_broken_or_greedy_sheet_is_refused(string code, string rows)
    {
        using var file = Tables.Xlsx(rows);
        Assert.Equal(code, Assert.Throws<RowFileException>(() => Tables.Read(file, Small)).Code);
    }

    [Fact]
    public void A_refusal_names_the_row()
    {
        using var file = Tables.Xlsx("<row r=\"1\"><c><v>1</v></c></row><row r=\"7\"><c r=\"F7\"><v>1</v></c></row>");
        var refusal = Assert.Throws<RowFileException>(() => Tables.Read(file, Small));
        Assert.Equal(7, refusal.Row);
        Assert.Equal(5, refusal.Detail);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/hostname\">")]
    public void A_document_type_is_refused(string doctype)
    {
        using var file = Tables.Xlsx("", null, null, ("xl/worksheets/sheet1.xml", doctype + "<worksheet>&a;</worksheet>"));
        Assert.Equal("row_file.broken", Assert.Throws<RowFileException>(() => Tables.Read(file)).Code);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_opens()
    {
        using var many = Tables.Xlsx(string.Concat(Enumerable.Repeat("<row/>", 2_000_000)));
        Assert.InRange(many.Length, 1, 200_000);
        Assert.Equal("row_file.too_large", Assert.Throws<RowFileException>(() => Tables.Read(many, new RowLimits { MaxBytes = 1_000_000 })).Code);

        using var attribute = Tables.Xlsx($"<row r=\"{new string('1', 5_000_000)}\"/>");
        Assert.Equal("row_file.too_large", Assert.Throws<RowFileException>(() => Tables.Read(attribute)).Code);

        using var strings = Tables.Xlsx("", string.Concat(Enumerable.Repeat("<si><t>123456789012345</t></si>", 100)));
        Assert.Equal("row_file.too_large", Assert.Throws<RowFileException>(() => Tables.Read(strings, Small)).Code);
    }

    [Fact]
    public void A_file_too_large_is_not_opened()
    {
        var file = new MemoryStream(new byte[100_001]);
        Assert.Equal("row_file.too_large", Assert.Throws<RowFileException>(() => Tables.Read(file, Small)).Code);
    }

    [Theory]
    [InlineData("row_file.empty", "")]
    [InlineData("row_file.old_or_locked", "D0CF11E0A1B11AE1")]
    [InlineData("row_file.not_a_table", "504B0506000000000000")]
    [InlineData("row_file.not_a_table", "255044462D312E37")]
    [InlineData("row_file.not_a_table", "89504E470D0A1A0A00")]
    [InlineData("row_file.unknown_encoding", "616263FFFF0A")]
    [InlineData("row_file.broken", "504B030400000000")]
    [InlineData("row_file.broken", "FFFE00D8")]
    public void What_is_no_table_is_refused(string code, string bytes) =>
        Assert.Equal(code, Assert.Throws<RowFileException>(() => Tables.Csv(Convert.FromHexString(bytes))).Code);

    [Fact]
    public void Another_zip_file_is_no_workbook()
    {
        using var ods = Tables.Zip(("content.xml", "<x/>"));
        Assert.Equal("row_file.not_a_workbook", Assert.Throws<RowFileException>(() => Tables.Read(ods)).Code);
        using var hidden = Tables.Xlsx("", null, null, ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" state=\"veryHidden\" id=\"s1\"/></sheets></workbook>"));
        Assert.Equal("row_file.not_a_workbook", Assert.Throws<RowFileException>(() => Tables.Read(hidden)).Code);
        using var lost = Tables.Xlsx("", null, null, ("xl/worksheets/sheet1.xml", null));
        Assert.Equal("row_file.broken", Assert.Throws<RowFileException>(() => Tables.Read(lost)).Code);
        using var outside = Tables.Xlsx("", null, null, ("_rels/.rels", Tables.Relations("<Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"http://localhost/x\" TargetMode=\"External\"/>")));
        Assert.Equal("row_file.not_a_workbook", Assert.Throws<RowFileException>(() => Tables.Read(outside)).Code);
    }

    [Theory]
    [InlineData("row_file.too_many_rows", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", 11)]
    [InlineData("row_file.too_many_cells", "1,2\n1,2,3,4,5,6\n", 2)]
    [InlineData("row_file.cell_too_long", "1,2\n123456789012345678901,2\n", 2)]
    [InlineData("row_file.open_quote", "1,2\n3,\"4\n5,6\n", 2)]
    public void A_greedy_or_broken_csv_is_refused_with_its_row(string code, string text, int row)
    {
        var refusal = Assert.Throws<RowFileException>(() => Tables.Csv(text, limits: Small));
        Assert.Equal((code, row), (refusal.Code, refusal.Row));
    }

    [Fact]
    public void A_quote_that_swallows_a_large_file_is_refused()
    {
        var text = "a,b\n1,\"" + string.Concat(Enumerable.Repeat("路灯不亮,2\n", 2_000_000));
        Assert.Contains(Assert.Throws<RowFileException>(() => Tables.Csv(text)).Code, new[] { "row_file.cell_too_long", "row_file.open_quote" });
    }

    // A damaged file must end in rows or in a refusal, never in another fault.
    [Fact]
    public void A_damaged_file_gives_rows_or_a_refusal()
    {
        var whole = Tables.Written(RowFileKind.Xlsx, [[SheetCell.Of("路灯"), SheetCell.Of(1.5), SheetCell.OfLocal(new DateTime(2026, 1, 5))]], new SheetColumn("a")).ToArray();
        var harm = from at in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(0, 255) from cut in Gen.Choose(0, whole.Length) select (at, value, cut);
        Prop.ForAll(harm.ListOf(3).ToArbitrary(), harms =>
        {
            var bytes = whole.ToArray();
            harms.ForEach(one => bytes[one.at] = (byte)one.value);
            return EndsWell(bytes) && EndsWell(bytes[..harms[0].cut]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_give_rows_or_a_refusal() => Prop.ForAll<byte[]>(bytes => EndsWell(bytes ?? [])).QuickCheckThrowOnFailure();

    private static bool EndsWell(byte[] bytes)
    {
        try
        {
            return Tables.Csv(bytes).Count >= 0;
        }
        catch (RowFileException refusal)
        {
            return refusal.Code.StartsWith("row_file.", StringComparison.Ordinal);
        }
    }
}
