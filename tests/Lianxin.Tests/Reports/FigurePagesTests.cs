using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Reports;

/// <summary>What leaders, assessors and supervisors read, and how each number opens its records.</summary>
public sealed class FigurePagesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 3, 2, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "WQ-46")]
    public async Task Every_number_of_the_page_opens_a_list_of_exactly_that_many_records()
    {
        await new FigureHistory(_app, 11).Walk(days: 9, steps: 20);
        var browser = await _app.As("supervisor");
        await browser.Open("/console/figures");
        var lines = browser.Page.QuerySelectorAll("tr[data-figure]").Select(r => (Key: r.GetAttribute("data-figure")!, Value: r.QuerySelector("a")!.TextContent, Href: r.QuerySelector("a")!.GetAttribute("href")!)).ToList();
        Assert.Equal(12, lines.Count);
        foreach (var (key, value, href) in lines.Where(l => !l.Key.Contains("working_days", StringComparison.Ordinal)))
        {
            await browser.Open(href);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            if (key == "person_times")
            {
                Assert.Contains(value + " 人次", browser.Text, StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(value, browser.Page.QuerySelector("[data-total]")?.GetAttribute("data-total"));
            Assert.Equal(value, (await Walk(browser)).Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_cut_off_a_channel_and_a_unit_narrow_every_page_and_stand_in_every_link()
    {
        await _app.Given.Handled();
        _app.Clock.SetLocal(2026, 3, 4, 9);
        await _app.Given.Matter(channel: "hotline");
        var browser = await _app.As("supervisor");
        await browser.Open("/console/figures");
        Assert.Equal("2", Value(browser, "received"));
        await browser.Open("/console/figures?on=2026-03-03");
        Assert.Equal("1", Value(browser, "received"));
        Assert.Contains("24:00", browser.Page.QuerySelector(".lx-cutoff")!.TextContent, StringComparison.Ordinal);
        await browser.Open("/console/figures?channel=hotline");
        Assert.Equal("1", Value(browser, "received"));
        await browser.Open("/console/figures?unit=city");
        Assert.Equal(("1", "1"), (Value(browser, "received"), Value(browser, "accepted")));
        foreach (var tab in (string[])["figures/channels", "figures/stations", "figures/categories", "figures/refused", "figures/handed_down"])
        {
            await browser.Follow(tab);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Contains("unit=city", browser.At.Query, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_said_beside_its_field()
    {
        var browser = await _app.As("supervisor");
        foreach (var (wrong, words) in new[] { ("on=2026-03-09", "还没有到"), ("asOf=gestern", "看不懂截止时刻"), ("unit=moon", "没有代码为“moon”的单位"), ("channel=pigeon", "没有代码为“pigeon”的渠道"), ("definitions=9", "没有第9版口径") })
        {
            await browser.Open("/console/figures?" + wrong);
            Assert.Equal((wrong, HttpStatusCode.BadRequest), (wrong, browser.Status));
            Assert.Contains(words, browser.Text, StringComparison.Ordinal);
        }

        await browser.Open("/console/figures/by_officer");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory]
    [InlineData("city-lead")]
    [InlineData("clerk")]
    public async Task Others_may_not_open_them(string officer)
    {
        var browser = await _app.As(officer);
        await browser.Open("/console/figures");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    [Trait("row", "WQ-38")]
    public async Task The_next_day_shows_what_the_daily_triage_left()
    {
        _app.Clock.SetLocal(2026, 3, 4, 10);
        await _app.Given.Handled();
        var (one, other) = (await _app.Given.Matter(), await _app.Given.Matter());
        _app.Clock.SetLocal(2026, 3, 5, 9);
        await _app.Given.Dispatched();
        var browser = await _app.As("supervisor");
        await browser.Open("/console/figures");
        await browser.Follow("yesterday");
        Assert.Equal("2", browser.Page.QuerySelector("[data-figure=untriaged]")!.TextContent);
        await browser.Open(browser.Page.QuerySelector("[data-figure=untriaged]")!.GetAttribute("href")!);
        Assert.Equal([one.Number, other.Number], await Walk(browser));
    }

    [Fact]
    [Trait("row", "WQ-11")]
    public async Task Every_refusal_stands_in_its_list_with_reason_legal_route_and_second_person()
    {
        var clerk = await _app.Given.Officer("centre-lead");
        var matter = await _app.Given.Matter();
        var second = (await _app.Given.Officer("clerk")).Id!.Value;
        await Assert.ThrowsAsync<RefusedException>(() => _app.Get<MatterAnswers>().Refuse(new MatterRef(matter.Number), "", "不受理。", second, clerk));
        await _app.Get<MatterAnswers>().Refuse(new MatterRef(matter.Number), "court", "请走法定渠道。", second, clerk);
        await _app.Given.Answered();
        var browser = await _app.As("supervisor");
        await browser.Open("/console/figures/refused");
        var row = Assert.Single(browser.Page.QuerySelectorAll("tr[data-number]"));
        Assert.Equal(matter.Number.ToString(CultureInfo.InvariantCulture), row.GetAttribute("data-number"));
        foreach (var said in (string[])["诉讼、仲裁", "人民法院", "测试丙"])
        {
            Assert.Contains(said, row.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("row", "WQ-45")]
    public async Task What_superiors_handed_down_shows_source_number_limit_and_report_back()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            numbers.Add((await _app.Get<MatterIntake>().Submit(
                new SubmitMatter { Body = "来信反映道路破损。", Channel = i < 5 ? "city-phone" : "province-mailbox", SourceNumber = $"转〔2026〕{i + 1}号", Place = TestTown.Community },
                await _app.Given.Officer("centre-lead"))).Number);
        }

        var office = await _app.As("coordinator");
        await office.Open($"/console/matters/{new MatterNumber(numbers[0]).Digits}");
        Assert.Null(office.Page.QuerySelector("a[href$='/report-back']"));
        await _app.Get<MatterAnswers>().AnswerNow(new MatterRef(numbers[0]), new AnswerMatter(MatterOutcome.Solved, "已补好。"), null, await _app.Given.Officer("centre-lead"));
        await office.Open($"/console/matters/{new MatterNumber(numbers[0]).Digits}");
        Assert.Equal((HttpStatusCode.OK, new DateOnly(2026, 3, 9)), (office.Status, (await _app.Row(new MatterReceipt(numbers[0], "", "", null))).SuperiorDueOn));
        await office.Follow("report-back");
        await office.Press("report_back");
        Assert.Equal(HttpStatusCode.BadRequest, office.Status);
        await office.Press("report_back", ("Document", "连办〔2026〕3号"));
        office.LastSaid("已向上级反馈");

        await office.Open("/console/figures/handed_down");
        Assert.Equal(numbers, await Walk(office));
        await office.Open("/console/figures/handed_down");
        var rows = office.Page.QuerySelectorAll("tr[data-number]").Select(r => r.TextContent).ToList();
        Assert.Equal(6, rows.Count(r => r.Contains("转〔2026〕", StringComparison.Ordinal)));
        Assert.Contains("2026-03-02", rows[0], StringComparison.Ordinal);
        Assert.Contains("2026-03-09", rows[0], StringComparison.Ordinal);
        Assert.Equal(5, rows.Count(r => r.Contains("尚未反馈", StringComparison.Ordinal)));
        await office.Open("/console/figures/channels");
        Assert.Equal(("5", "1"), (Cell(office, "city-phone"), Cell(office, "province-mailbox")));
    }

    [Fact]
    [Trait("row", "WQ-43")]
    public async Task The_page_says_why_solved_is_never_divided_by_receptions()
    {
        await _app.Given.Answered();
        var browser = await _app.As("supervisor");
        await browser.Open("/console/figures");
        Assert.Contains("“解决”不除以“批次”", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", browser.Page.QuerySelector(".lx-figures")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_records_leave_as_a_file_without_anything_that_people_wrote()
    {
        await new FigureHistory(_app, 12).Walk(days: 5, steps: 16);
        var browser = await _app.As("supervisor");
        await browser.Open("/console/figures/received");
        var total = browser.Page.QuerySelector("[data-total]")!.GetAttribute("data-total");
        var csv = await browser.Download("export-csv");
        var rows = Lianxin.Exchange.RowFile.Read(new MemoryStream(csv)).ToList();
        Assert.Equal(total, (rows.Count - 1).ToString(CultureInfo.InvariantCulture));
        Assert.DoesNotContain("巷口的灯", System.Text.Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        var xlsx = Lianxin.Exchange.RowFile.Read(new MemoryStream(await browser.Download("export-xlsx"))).ToList();
        Assert.Equal(rows.Select(r => r.Cells[0].Text), xlsx.Select(r => r.Cells[0].Text));
    }

    [Fact]
    public async Task An_empty_district_has_pages_that_say_so()
    {
        var browser = await _app.As("supervisor");
        foreach (var page in (string[])["", "/channels", "/stations", "/categories", "/refused", "/solved"])
        {
            await browser.Open("/console/figures" + page);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }

        Assert.Contains("这个数是零", browser.Text, StringComparison.Ordinal);
    }

    private static async Task<List<long>> Walk(Browser browser)
    {
        var numbers = new List<long>();
        while (true)
        {
            numbers.AddRange(browser.Page.QuerySelectorAll("tr[data-number]").Select(r => long.Parse(r.GetAttribute("data-number")!, CultureInfo.InvariantCulture)));
            if (browser.Page.QuerySelector("a[rel=next]") is not { } next)
            {
                return numbers;
            }

            await browser.Open(next.GetAttribute("href")!);
        }
    }

    private static string Value(Browser browser, string figure) => browser.Page.QuerySelector($"tr[data-figure={figure}] a")!.TextContent;

    private static string Cell(Browser browser, string channel) => browser.Page.QuerySelector($"tr[data-channel={channel}] a")!.TextContent;
}
