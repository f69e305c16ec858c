using System.Net;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Console;

/// <summary>What lists offer beside their rows: the pane, the way along the list, columns and line spacing, files and paper.</summary>
public sealed class ListToolsTests
{
    [Fact]
    public async Task The_chosen_matter_stands_beside_its_list_by_the_address_alone()
    {
        await using var app = await TestApp.Start();
        var chosen = await app.Given.Handled();
        await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console/matters?State=handling");
        Assert.Null(browser.Page.QuerySelector(".lx-pane"));
        var title = browser.Page.QuerySelectorAll("a.lx-wide").First(a => a.GetAttribute("href")!.Contains(Digits(chosen), StringComparison.Ordinal));
        await browser.Open(title.GetAttribute("href")!);
        var pane = browser.Page.QuerySelector(".lx-pane")!;
        Assert.Contains("路灯不亮", pane.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("5521", pane.TextContent, StringComparison.Ordinal);
        Assert.Contains(Digits(chosen), browser.Page.QuerySelector(".lx-row-now a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(pane.QuerySelector("a[data-action=answer]"));
        await browser.Follow("close-pane");
        Assert.Equal("?State=handling", browser.At.Query);
    }

    [Fact]
    public async Task A_pane_shows_nothing_that_its_reader_may_not_see()
    {
        await using var app = await TestApp.Start();
        var water = await app.Given.Handled("water");
        var browser = await app.As("city-lead");
        await browser.Open($"/console/matters?at={Digits(water)}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Null(browser.Page.QuerySelector(".lx-pane"));
        await browser.Open($"/console/matters/{Digits(water)}/brief");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task A_matter_knows_its_neighbours_in_the_list_it_came_from_and_the_way_back()
    {
        await using var app = await TestApp.Start();
        var all = new List<MatterReceipt>();
        for (var i = 0; i < 3; i++)
        {
            all.Add(await app.Given.Handled());
        }

        await app.Given.Handled("water");
        var browser = await app.As("city-lead");
        await browser.Open("/console?view=handling&whose=unit");
        await browser.Open(browser.Page.QuerySelectorAll("td.lx-cell-no a.lx-num")[1].GetAttribute("href")!);
        Assert.EndsWith(Digits(all[1]), browser.At.AbsolutePath, StringComparison.Ordinal);
        await browser.Follow("next");
        Assert.EndsWith(Digits(all[2]), browser.At.AbsolutePath, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("[rel=next]"));
        await browser.Follow("previous");
        await browser.Follow("previous");
        Assert.EndsWith(Digits(all[0]), browser.At.AbsolutePath, StringComparison.Ordinal);

        // A step taken on the way keeps the list, and so does the way back.
        await browser.Follow("note");
        await browser.Press("note", ("Words", "到现场看过。"));
        Assert.EndsWith(Digits(all[0]), browser.At.AbsolutePath, StringComparison.Ordinal);
        await browser.Follow("next");
        Assert.EndsWith(Digits(all[1]), browser.At.AbsolutePath, StringComparison.Ordinal);
        await browser.Follow("back-to-list");
        Assert.Equal("/console", browser.At.AbsolutePath);
        Assert.Contains(Digits(all[1]), browser.Page.QuerySelector(".lx-row-now a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_opened_at_a_matter_of_a_later_page_begins_with_it()
    {
        await using var app = await TestApp.Start();
        var last = await app.Given.Matter();
        for (var i = 0; i < MatterQueues.PageSize; i++)
        {
            app.Clock.Move(TimeSpan.FromMinutes(1));
            last = await app.Given.Matter($"第{i}件，下水道堵了。");
        }

        var browser = await app.As("coordinator");
        await browser.Open($"/console/matters?at={Digits(last)}");
        Assert.Equal(last.Number, Assert.Single(Picks(browser)));
        Assert.NotNull(browser.Page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Columns_spacing_and_letters_are_remembered()
    {
        await using var app = await TestApp.Start();
        await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console/matters");
        Assert.DoesNotContain("件别", Heads(browser));
        await browser.Open("/look?columns=kind&columns=term&columns=-&back=%2Fconsole%2Fmatters");
        Assert.Equal(["选中", "编号", "事项", "件别", "时限"], Heads(browser));
        await browser.Follow("density-loose");
        await browser.Open("/console/matters");
        Assert.Contains("lx-density-loose", browser.Page.DocumentElement.ClassName, StringComparison.Ordinal);
        Assert.Equal(["选中", "编号", "事项", "件别", "时限"], Heads(browser));
        Assert.Equal("on", browser.Page.DocumentElement.GetAttribute("data-lx-letters"));
        await browser.Open("/console/account");
        await browser.Follow("letters");
        await browser.Open("/console");
        Assert.Equal("off", browser.Page.DocumentElement.GetAttribute("data-lx-letters"));
    }

    [Fact]
    public async Task A_list_goes_out_as_a_sheet_with_nothing_of_the_contact_and_nothing_that_runs()
    {
        await using var app = await TestApp.Start();
        var evil = await app.Given.Matter("=HYPERLINK(\"http://a.example\")，井盖坏了。", phone: "13800135521");
        await app.Given.Handled();
        var browser = await app.As("coordinator");
        await browser.Open("/console/matters?State=registered");
        var file = await Bytes(app, browser.Page.QuerySelector("[data-action=export]")!.GetAttribute("href")!);
        var rows = RowFile.Read(new MemoryStream(file)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(["编号", "事项", "地点", "分类", "件别", "状态", "到期日", "时限", "承办", "经办人", "来源", "登记时间"], rows[0].Cells.Select(c => c.Text));
        Assert.Equal(Digits(evil), rows[1].Cells[0].Text);
        Assert.Equal(CellKind.Text, rows[1].Cells[1].Kind);
        Assert.StartsWith("=HYPERLINK", rows[1].Cells[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rows.SelectMany(r => r.Cells), c => c.Text.Contains("13800135521", StringComparison.Ordinal) || c.Text.Contains("5521", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ticked_rows_go_out_with_a_result_for_each()
    {
        await using var app = await TestApp.Start();
        var own = await app.Given.Handled();
        var other = await app.Given.Handled("water");
        var browser = await app.As("city-lead");
        await browser.Open($"/console/matters/bulk?act=export&pick={Digits(own)}&pick={Digits(other)}");
        Assert.Single(browser.Page.QuerySelectorAll("[data-result=ok]"));
        Assert.Contains("不在您可见的清单里", Assert.Single(browser.Page.QuerySelectorAll("[data-result=skipped]")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("路灯", browser.Page.QuerySelector("[data-result=skipped]")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_knows_for_each_row_what_it_is_open_to()
    {
        await using var app = await TestApp.Start();
        var offered = await app.Given.Dispatched();
        var handled = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console/matters");
        string Can(MatterReceipt m) => browser.Page.QuerySelector($"input[value='{Digits(m)}']")!.GetAttribute("data-lx-can")!;
        Assert.Equal("accept export", Can(offered));
        Assert.Equal("assign export", Can(handled));
        Assert.All(browser.Page.QuerySelectorAll("[data-lx-act]"), b => Assert.NotEmpty(b.GetAttribute("data-lx-why")!));
    }

    [Fact]
    public async Task A_printed_list_says_what_it_holds()
    {
        await using var app = await TestApp.Start();
        await app.Given.Handled();
        await app.Given.Matter();
        var browser = await app.As("coordinator");
        await browser.Open("/console/matters?State=handling");
        await browser.Follow("print");
        Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("状态：办理中", browser.Text, StringComparison.Ordinal);
        Assert.Contains("测试甲", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_the_address_never_fills_a_field_of_a_form()
    {
        await using var app = await TestApp.Start();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open($"{matter.Page()}/change-kind?list=all&l.Kind=report_up");
        await browser.Press("change_kind", ("Reason", "需要上级批。"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(MatterKind.Promised, (await app.Row(matter)).Kind);
    }

    private static string Digits(MatterReceipt receipt) => new MatterNumber(receipt.Number).Digits;

    private static IReadOnlyList<string> Heads(Browser browser) => [.. browser.Page.QuerySelectorAll("[data-lx-list] thead th").Select(h => h.TextContent)];

    private static List<long> Picks(Browser browser) =>
        [.. browser.Page.QuerySelectorAll("tbody input[name=pick]").Select(i => long.Parse(i.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task<byte[]> Bytes(TestApp app, string address)
    {
        var who = await app.Given.Officer("coordinator");
        var account = app.Get<Lianxin.People.OfficerAccount>();
        var link = await account.MakeLink(who.Id!.Value, Lianxin.People.LinkKind.SignIn, Actor.System(Via.Cli));
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", "lx-session=" + await account.SignIn(link, "test"));
        request.Headers.AcceptLanguage.ParseAdd("zh-Hans");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
