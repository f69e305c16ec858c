using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Matters;

/// <summary>Opinions are collected by month and never late.</summary>
public sealed class OpinionDigestTests : IAsyncLifetime
{
    private const string Market = "希望菜场早市提前半小时";
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 8, 12, 10);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "ED-05")]
    public async Task An_opinion_is_acknowledged_and_stands_in_the_months_digest_and_in_no_overdue_count()
    {
        var opinion = await _app.Given.Matter(Market, form: MatterForm.Opinion);
        var demand = await _app.Given.Matter("楼道灯坏了三天", form: MatterForm.Demand);
        await _app.Get<MatterTriage>().Acknowledge(new MatterRef(opinion.Number), "谢谢您的意见，已转市场管理方研究。", await _app.Given.Officer("centre-lead"));
        _app.Clock.SetLocal(2026, 9, 20, 9);

        var browser = await _app.As("coordinator");
        await browser.Open("/console/opinions?Month=2026-08");
        var row = Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains(Market, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("已致谢", row.TextContent, StringComparison.Ordinal);
        await browser.Open("/console/opinions?Month=2026-09");
        Assert.Empty(browser.Page.QuerySelectorAll("tbody tr"));

        var figures = await _app.Get<FigureDesk>().Count(new FigureQuestion(_app.Clock.GetUtcNow().UtcDateTime), Stop);
        Assert.Equal((2, 1), (figures.Received, figures.Overdue));
        await browser.Open($"/console/matters?State=all&Overdue=true");
        Assert.Contains(new MatterNumber(demand.Number).Grouped, browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(new MatterNumber(opinion.Number).Grouped, browser.Page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_goes_on_to_the_next_page_and_shows_each_opinion_once()
    {
        for (var i = 0; i < OpinionDigest.PageSize + 3; i++)
        {
            await _app.Given.Matter($"第{i}条意见", form: i % 2 == 0 ? MatterForm.Opinion : MatterForm.Suggestion);
        }

        var browser = await _app.As("coordinator");
        await browser.Open("/console/opinions?Month=2026-08");
        var first = browser.Page.QuerySelectorAll("tbody tr a").Select(a => a.TextContent).ToList();
        await browser.Open(browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var second = browser.Page.QuerySelectorAll("tbody tr a").Select(a => a.TextContent).ToList();
        Assert.Equal((OpinionDigest.PageSize, 3), (first.Count, second.Count));
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    [Trait("row", "LZ-19")]
    public async Task What_the_complaint_room_writes_down_on_a_later_day_is_flagged()
    {
        _app.Clock.SetLocal(2026, 3, 4, 9);
        var browser = await _app.As("clerk");
        await browser.Open("/console/intake");
        await browser.Press("leave", ("Input.Body", "前天来反映过楼上漏水"), ("Input.Channel", "window"), ("Input.SaidOn", "2026-03-02"));
        await using var db = _app.Read();
        var matter = Assert.Single(db.Matters.ToList());
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4)), (ShanghaiTime.DayOf(matter.ArrivedAt), ShanghaiTime.DayOf(matter.ReceivedAt)));
        await browser.Open($"/console/matters/{new MatterNumber(matter.Number).Digits}");
        Assert.Contains("3月2日", browser.Page.QuerySelector("[data-flag=recorded-late]")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var sameDay = await _app.Given.Matter(channel: "window");
        Assert.False(db.Matters.Single(m => m.Number == sameDay.Number).RecordedLate);
    }

    [Fact]
    [Trait("row", "LZ-19")]
    public async Task A_day_that_is_still_to_come_is_refused_and_what_was_typed_stays()
    {
        _app.Clock.SetLocal(2026, 3, 4, 9);
        var browser = await _app.As("clerk");
        await browser.Open("/console/intake");
        await browser.Press("leave", ("Input.Body", "楼上漏水"), ("Input.Channel", "window"), ("Input.SaidOn", "2026-03-05"));
        Assert.Equal("楼上漏水", browser.Page.QuerySelector("#Input_Body")!.TextContent);
        await using var db = _app.Read();
        Assert.Empty(db.Matters.ToList());
    }
}
