using System.Net;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Console;

/// <summary>The lists of matters: what they hold, how they are narrowed and paged, and steps on many rows at once.</summary>
public sealed class MatterListPagesTests
{
    [Fact]
    public async Task A_list_is_sorted_by_deadline_and_each_page_continues_the_last()
    {
        await using var app = await TestApp.Start();
        var all = new List<long>();
        for (var i = 0; i < 57; i++)
        {
            all.Add((await app.Given.Matter($"第{i}件，下水道堵了。")).Number);
            app.Clock.Move(TimeSpan.FromHours(7));
        }

        await app.Given.Matter("多办夜校。", form: MatterForm.Suggestion);
        var browser = await app.As("coordinator");
        await browser.Open("/console/matters");
        var first = Numbers(browser);
        Assert.Equal(MatterQueues.PageSize, first.Count);
        Assert.Null(browser.Page.QuerySelector("a[rel=prev]"));
        await browser.Open(browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var second = Numbers(browser);
        Assert.Equal(all.Order(), first.Concat(second).SkipLast(1));
        Assert.Null(browser.Page.QuerySelector("a[rel=next]"));
        await browser.Open(browser.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(first, Numbers(browser));
        await browser.Open("/console/matters?Order=newest");
        Assert.Equal(all[^1], Numbers(browser)[1]);
        await browser.Open(browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(8, Numbers(browser).Count);
        Assert.Contains("Order=newest", browser.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_narrow_the_list()
    {
        await using var app = await TestApp.Start();
        var light = await app.Given.Handled();
        var sewer = await app.Given.Matter("柳荫路下水道堵了，污水漫到路面。", channel: "web");
        var water = await app.Given.Dispatched("water");
        var browser = await app.As("coordinator");
        var city = await app.Given.Unit("city");
        foreach (var (query, expected) in new (string, MatterReceipt[])[]
        {
            ("State=handling", [light]), ("State=dispatched", [water]), ("State=registered", [sewer]), ("State=all", [light, sewer, water]),
            ($"Unit={city}", [light]), ("Kind=promised", [light, water]), ("Category=roads", [light, water]), ("Category=street-lights", [light, water]),
            ($"Place={TestTown.Street}", [light, sewer, water]), ("Place=990101999000", []), ("Channel=hotline", []), ("From=2026-09-09", []),
            ("To=2026-09-08", [light, sewer, water]), ("Overdue=true", []), ("Q=污水", [sewer]), ("Q=路灯", [light, water]), ("Q=漫到+下水道", [sewer]), ("Q=水道堵了吗", []),
            ($"Officer={(await app.Given.Officer("city-lead")).Id}", [light]),
        })
        {
            await browser.Open("/console/matters?" + query);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.True(expected.Select(m => m.Number).Order().SequenceEqual(Numbers(browser).Order()), $"{query}: {string.Join(' ', Numbers(browser))}");
        }

        Assert.Contains("没有符合这些条件的内容", (await browser.Open("/console/matters?Q=鲸鱼")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_sees_its_own_and_what_it_was_offered_and_the_search_too()
    {
        await using var app = await TestApp.Start();
        var own = await app.Given.Handled();
        var offered = await app.Given.Dispatched();
        await app.Given.Handled("water");
        var browser = await app.As("city-handler");
        await browser.Open("/console/matters");
        Assert.Equal(new[] { own.Number, offered.Number }.Order(), Numbers(browser).Order());
        await browser.Open("/console/matters?Q=路灯");
        Assert.Equal(new[] { own.Number, offered.Number }.Order(), Numbers(browser).Order());
    }

    [Fact]
    public async Task A_whole_number_in_the_search_opens_its_matter()
    {
        await using var app = await TestApp.Start();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console/matters?q=" + Uri.EscapeDataString(new MatterNumber(matter.Number).Grouped));
        Assert.Equal(matter.Page(), browser.At.AbsolutePath);
        var stranger = await app.As("labour-lead");
        await stranger.Open("/console/matters?q=" + new MatterNumber(matter.Number).Digits);
        Assert.Empty(Numbers(stranger));
    }

    [Fact]
    public async Task Overdue_matters_are_marked_and_found()
    {
        await using var app = await TestApp.Start();
        var late = await app.Given.Handled();
        app.Clock.SetLocal(2026, 9, 10);
        var fresh = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console/matters?Overdue=true");
        Assert.Equal([late.Number], Numbers(browser));
        Assert.Contains("超期 4 个工作日", browser.Text, StringComparison.Ordinal);
        await browser.Open("/console?view=overdue&whose=unit");
        Assert.Equal([late.Number], Numbers(browser));
        await browser.Open("/console?view=handling&whose=unit");
        Assert.Equal([late.Number, fresh.Number], Numbers(browser));
    }

    [Fact]
    public async Task The_own_day_shows_each_view_with_its_count()
    {
        await using var app = await TestApp.Start();
        await app.Given.Dispatched();
        await app.Given.Handled();
        await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console");
        Assert.Equal("待签收1", Tab(browser, "offered"));
        Assert.Equal("办理中2", Tab(browser, "handling"));
        Assert.Equal("待我告知2", Tab(browser, "untold"));
        Assert.Equal("已超期0", Tab(browser, "overdue"));
        Assert.Single(Numbers(browser));
        await browser.Follow("handling");
        Assert.Equal(2, Numbers(browser).Count);
        var admin = await app.As("city-handler");
        await admin.Open("/console?view=handling");
        Assert.Contains("都办完了", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticked_rows_are_accepted_together_with_a_result_for_each()
    {
        await using var app = await TestApp.Start();
        var first = await app.Given.Dispatched();
        var second = await app.Given.Dispatched();
        var handled = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console/matters");
        await browser.Press("bulk-accept", [.. new[] { first, second, handled }.Select(m => ("pick", new MatterNumber(m.Number).Digits))]);
        Assert.Contains("可以办理 2 件，跳过 1 件", browser.Text, StringComparison.Ordinal);
        Assert.Single(browser.Page.QuerySelectorAll("[data-result=skipped]"));
        await browser.Press("bulk");
        Assert.Contains("已办理 2 件，没有办理 1 件", browser.Text, StringComparison.Ordinal);
        Assert.Equal(MatterState.Handling, (await app.Row(second)).State);
        await browser.Open("/console/matters");
        await browser.Press("bulk-assign", ("pick", new MatterNumber(first.Number).Digits), ("pick", new MatterNumber(second.Number).Digits));
        await browser.Press("bulk");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        var colleague = (await app.Given.Officer("city-handler")).Id!.Value;
        await browser.Press("bulk", ("Officer", colleague.ToString()));
        Assert.Equal(colleague, (await app.Row(first)).Officer);
        var supervisor = await app.As("supervisor");
        await supervisor.Open("/console/matters");
        await supervisor.Press("bulk-remind", ("pick", new MatterNumber(first.Number).Digits));
        await supervisor.Press("bulk", ("Note", "请抓紧。"));
        await supervisor.Open(first.Page());
        supervisor.LastSaid("催办");
    }

    [Fact]
    public async Task A_step_on_many_that_is_not_the_actors_is_not_found()
    {
        await using var app = await TestApp.Start();
        var browser = await app.As("city-handler");
        await browser.Open("/console/matters/bulk?act=remind");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private static string Tab(Browser browser, string view) => browser.Page.QuerySelector($"a[data-action='{view}']")!.TextContent;

    private static List<long> Numbers(Browser browser) =>
        [.. browser.Page.QuerySelectorAll("tbody input[name=pick]").Select(i => long.Parse(i.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture))];
}
