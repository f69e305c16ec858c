using System.Text;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Exchange;

/// <summary>Bad tables and bad rows: a clear word for each, and good rows come in all the same.</summary>
public sealed class ImportFaultTests
{
    public static TheoryData<string, string, string> BadRows => new()
    {
        { "M1,U,路灯,03/04/2019,不亮。", "At:time.ambiguous", "" },
        { "M1,U,路灯,19/3/1,不亮。", "At:time.two_digit_year", "" },
        { "M1,U,路灯,2019/2/30,不亮。", "At:time.impossible", "" },
        { "M1,U,路灯,1919/2/3,不亮。", "At:time.out_of_range", "" },
        { "M1,U,路灯,前天,不亮。", "At:time.unreadable", "" },
        { "M1,U,路灯,,不亮。", "At:time.missing", "" },
        { "M1,U,路灯,2026/9/2,不亮。", "At:time.future", "" },
        { "M1,U,,2019/3/1,", "Body:missing", "" },
        { "M1,U,路灯,2019/3/1,不亮。,已修好。", "RepliedAt:half_reply", ",答复意见,答复时间" },
        { "M1,U,路灯,2019/3/1,不亮。,,2019/3/2", "Reply:half_reply", ",答复意见,答复时间" },
        { "M1,U,路灯,2019/3/3,不亮。,已修好。,2019/3/2", "RepliedAt:time.reply_first", ",答复意见,答复时间" },
        { "M1,U,路灯,2019/3/1,不亮。,1234", "Phone:no_number", ",联系电话" },
        { "M1,U,路灯,2019/3/1,不亮。,11010119900307999X", "IdentityNumber:no_number", ",身份证号" },
        { $"{new string('号', 61)},U,路灯,2019/3/1,不亮。", "SourceNumber:too_long", "" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_bad_row_is_named_with_its_column_and_its_reason_and_stops_no_other(string row, string fault, string more)
    {
        await using var app = await TestApp.Start();
        var run = await app.Import($"{Imports.Header}{more}\nM7,U7,井盖松动,2019/3/1,松动。\n{row}\nM8,U8,站牌,2019/3/1,站牌旧。\n");
        Assert.Equal((ImportState.Done, 2, 0, 1), (run.State, run.Added, run.Known, run.Wrong));
        Assert.Equal([$"3 {fault}"], await app.Faults(run.Id));
        await using var db = app.Read();
        Assert.Equal(2, await db.Matters.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, (await db.Set<Head>().SingleAsync(TestContext.Current.CancellationToken)).NumberLast);
    }

    [Theory]
    [InlineData(DayOrder.DayFirst, 2019, 4, 3)]
    [InlineData(DayOrder.MonthFirst, 2019, 3, 4)]
    public async Task An_ambiguous_day_is_read_as_its_person_says(DayOrder order, int year, int month, int day)
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Header + "\nM1,U,路灯,03/04/2019 8:30,不亮。\n", order: order);
        Assert.Equal((1, 0), (run.Added, run.Wrong));
        await using var db = app.Read();
        Assert.Equal(new DateTime(year, month, day, 0, 30, 0, DateTimeKind.Utc), (await db.Matters.SingleAsync(TestContext.Current.CancellationToken)).ArrivedAt);
    }

    [Fact]
    public async Task A_number_used_twice_for_two_things_is_wrong_and_for_one_thing_is_one()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Header + "\nM1,U,路灯,2019/3/1,不亮。\nM1,U,路灯,2019/3/1,不亮。\nM1,U,井盖,2019/3/1,松动。\n,U,站牌,2019/3/1,旧。\n,U,站牌,2019/3/1,旧。\n,U,站牌,2019/3/2,旧。\n");
        Assert.Equal((3, 2, 1), (run.Added, run.Known, run.Wrong));
        Assert.Equal(["4 SourceNumber:same_number"], await app.Faults(run.Id));
    }

    [Fact]
    public async Task Markup_formulas_controls_and_long_titles_come_in_as_plain_words()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Header + $"\nM1,U,<b>路灯</b>\u202e不亮\u0007,2019/3/1,\"=HYPERLINK(\"\"http://x\"\")\"\nM2,U,{new string('灯', 80)},2019/3/1,不亮。\nM3,U,,2019/3/1,小区东门路灯坏了。晚上看不见。\nM4,U,𠮷野家门口积水,2019/3/1,\n");
        Assert.Equal((4, 0), (run.Added, run.Wrong));
        await using var db = app.Read();
        var words = (await db.Wordings.Where(w => w.Matter != null && (w.Path == "title" || w.Path == "body")).OrderBy(w => w.Seq).ThenBy(w => w.Path).ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(w => w.Value);
        Assert.Equal("=HYPERLINK(\"http://x\")", words[0]);
        Assert.Equal("<b>路灯</b>不亮", words[1]);
        Assert.Equal(new string('灯', 80) + "\n不亮。", words[2]);
        Assert.Equal(new string('灯', 59) + "…", words[3]);
        Assert.Equal("小区东门路灯坏了", words[5]);
        Assert.Equal(("𠮷野家门口积水", "𠮷野家门口积水"), (words[6], words[7]));
    }

    [Fact]
    public async Task Names_of_places_and_categories_are_found_whole_or_left_out_and_counted()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Header + ",所属社区,一级分类,诉求渠道\nM1,U,路灯,2019/3/1,不亮。,永宁社区,street-lights,\nM2,U,路灯,2019/3/1,不亮。,远方社区,说不清,民情热线\n");
        Assert.Equal((2, 0, 1, 1), (run.Added, run.Wrong, run.NoPlace, run.NoCategory));
        await using var db = app.Read();
        var rows = await db.Matters.OrderBy(m => m.Number).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((TestTown.Community, Given.Category, "mailbox"), (rows[0].Place, rows[0].Category, rows[0].Channel));
        Assert.Equal((null, null, "hotline"), (rows[1].Place, rows[1].Category, rows[1].Channel));
    }

    [Theory]
    [InlineData("row_file.empty", "")]
    [InlineData("row_file.broken", "504B030400000000")]
    [InlineData("row_file.old_or_locked", "D0CF11E0A1B11AE1")]
    [InlineData("row_file.not_a_table", "255044462D312E37")]
    [InlineData("row_file.not_a_table", "89504E470D0A1A0A00")]
    public async Task What_is_no_table_is_refused_and_leaves_nothing(string code, string bytes)
    {
        await using var app = await TestApp.Start();
        var coordinator = await app.Given.Officer("coordinator");
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => app.Get<ImportDesk>().Open(Convert.FromHexString(bytes), "mailbox", coordinator))).Code);
        await using var db = app.Read();
        Assert.Equal(0, await db.ImportRuns.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Greedy_headless_and_empty_tables_are_refused()
    {
        await using var app = await TestApp.Start();
        var coordinator = await app.Given.Officer("coordinator");
        var desk = app.Get<ImportDesk>();
        async Task<string> Code(byte[] file) => (await Assert.ThrowsAsync<RefusedException>(() => desk.Open(file, "mailbox", coordinator))).Code;
        Assert.Equal("row_file.too_many_cells", await Code(Imports.Bytes(string.Join(',', Enumerable.Range(1, 10_001)) + "\n1\n")));
        Assert.Equal("import.no_rows", await Code(Imports.Bytes(Imports.Header + "\n")));
        Assert.Equal("row_file.cell_too_long", await Code(Imports.Bytes(Imports.Header + "\nM1,U,路灯,2019/3/1," + new string('长', 40_000) + "\n")));
        using var bomb = Tables.Xlsx($"<row r=\"{new string('1', 5_000_000)}\"/>");
        Assert.Equal("row_file.too_large", await Code(bomb.ToArray()));

        // Rows without headers can be taken and mean nothing until a person says so.
        var id = await desk.Open(Imports.Bytes("1,2,3\n4,5,6\n"), "mailbox", coordinator);
        var head = await desk.Head((await desk.Find(id, coordinator))!, coordinator);
        var settled = new SettleImport(head.Guess, "mailbox", await app.Given.Unit("centre"), null, null);
        Assert.Equal("import.no_words", (await Assert.ThrowsAsync<RefusedException>(() => desk.Check(id, settled, coordinator))).Code);
    }

    [Fact]
    public async Task A_file_that_breaks_further_down_says_so_and_what_is_in_stays()
    {
        await using var app = await TestApp.Start();
        var id = await app.Begin(Imports.Bytes(Imports.Open(200) + "M999,\"U,路灯,2019/3/1,不亮。\n"));
        await app.Work();
        var run = await app.Run(id);
        Assert.Equal((ImportState.Failed, "row_file.open_quote"), (run.State, run.ErrorCode));
        await using var db = app.Read();
        Assert.Equal(0, await db.Matters.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Tables_of_old_programs_are_read(string encoding)
    {
        await using var app = await TestApp.Start();
        var written = encoding == "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)! : Encoding.GetEncoding(encoding);
        var id = await app.Begin([.. written.Preamble, .. written.GetBytes(Imports.Open(3))]);
        await app.Work();
        Assert.Equal((ImportState.Checked, 3, 0), (await app.Run(id)) is var run ? (run.State, run.Added, run.Wrong) : default);
    }

    [Fact]
    public async Task Formula_cells_give_their_value_merged_cells_their_first_and_a_faulty_formula_its_row()
    {
        await using var app = await TestApp.Start();
        using var file = Tables.Xlsx("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>标题</t></is></c><c r="C1" t="inlineStr"><is><t>时间</t></is></c><c r="D1" t="inlineStr"><is><t>标题</t></is></c></row>
            <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>"路"&amp;"灯"</f><v>路灯</v></c><c r="C2" t="inlineStr"><is><t>2019-03-01</t></is></c></row>
            <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3" t="inlineStr"><is><t>2019-03-01</t></is></c></row>
            <row r="4"><c r="A4"><v>12345678901234567</v></c><c r="B4" t="inlineStr"><is><t>井盖</t></is></c><c r="C4"><v>43525.5</v></c></row>
            """);
        var id = await app.Begin(file.ToArray());
        await app.Work();
        var run = await app.Run(id);
        Assert.Equal((1, 2), (run.Added, run.Wrong));
        Assert.Equal(["3 Title:cell_fault", "4 SourceNumber:lost_digits"], await app.Faults(id));
    }

    [Fact]
    public async Task The_sheet_comes_back_with_its_errors_in_a_column()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Header + "\nM1,U,路灯,2019/3/1,不亮。\nM2,U,井盖,03/04/2019,松动。\n");
        var coordinator = await app.Given.Officer("coordinator");
        using var sheet = await app.Get<ImportDesk>().FaultSheet(run, "错误", faults => string.Join(';', faults.Select(f => f.Code)), coordinator);
        Assert.Equal("1: 留言编号|留言用户|留言主题|留言时间|留言详情|错误 / 2: M1|U|路灯|2019/3/1|不亮。 / 3: M2|U|井盖|03/04/2019|松动。|time.ambiguous", Tables.Shown(Tables.Read(sheet)));
        Assert.Equal("import.not_found", (await Assert.ThrowsAsync<RefusedException>(async () =>
            await app.Get<ImportDesk>().FaultSheet(run, "错误", _ => "", await app.Given.Officer("clerk")))).Code);
    }
}
