using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Matters;

/// <summary>What stands beside a matter on its page: clocks, helpers, the way it came, what is related.</summary>
public sealed class MatterBesideTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 3, 4, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "ED-30")]
    public async Task A_matter_that_is_reported_up_shows_the_promised_clock_and_the_new_one()
    {
        var matter = await _app.Given.Handled();
        var browser = await SignedIn.As(_app, "city-lead");
        await browser.Open(matter.Page() + "/change-kind");
        await browser.Press("change_kind", ("Kind", "ReportUp"), ("Reason", "需要区政府批准。"));
        var clocks = browser.Page.QuerySelectorAll("[data-clocks] li").Select(l => l.TextContent).ToList();
        Assert.Equal(3, clocks.Count);
        Assert.Contains("3月6日", clocks[0], StringComparison.Ordinal);
        Assert.Single(clocks, c => c.Contains("3月9日", StringComparison.Ordinal));
        Assert.Single(clocks, c => c.Contains("3月11日", StringComparison.Ordinal));
        browser.LastSaid("上报件");
        await browser.Open(matter.Page() + "/why");
        Assert.Equal(3, browser.Page.QuerySelectorAll("section.lx-card").Length);
    }

    [Fact]
    [Trait("row", "ED-39")]
    public async Task Of_three_units_one_late_helper_is_seen_by_lead_and_supervision_and_the_resident_sees_one_owner()
    {
        var matter = await _app.Given.Handled();
        var lead = await _app.Given.Officer("city-lead");
        var handling = _app.Get<MatterHandling>();
        await handling.AddHelper(new MatterRef(matter.Number), await _app.Given.Unit("water"), "查水表井。", 2, lead);
        await handling.AddHelper(new MatterRef(matter.Number), await _app.Given.Unit("labour"), "联系工友。", 10, lead);
        _app.Clock.SetLocal(2026, 3, 9, 9);

        var browser = await SignedIn.As(_app, "city-lead");
        await browser.Open(matter.Page());
        Assert.NotNull(browser.Page.QuerySelector("[data-helpers-late]"));
        var helpers = browser.Page.QuerySelectorAll("[data-helpers] li");
        Assert.Equal(2, helpers.Length);
        Assert.Contains("自来水公司", Assert.Single(helpers, h => h.TextContent.Contains("超期", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await browser.Open("/console?view=helper_late&whose=unit");
        Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));

        var supervisor = await SignedIn.As(_app, "supervisor");
        await supervisor.Open("/console/board");
        Assert.NotNull(supervisor.Page.QuerySelector($"[data-column=helper_late] a[href*='{new MatterNumber(matter.Number).Digits}']"));

        var resident = _app.Browser();
        await resident.Open("/r/" + matter.Link);
        Assert.Contains("区城市管理局", resident.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("超期", resident.Text, StringComparison.Ordinal);

        await handling.Help(new MatterRef(matter.Number), "水表井没有问题。", await _app.Given.Officer("water-lead"));
        await browser.Open(matter.Page());
        Assert.Null(browser.Page.QuerySelector("[data-helpers-late]"));
    }

    [Fact]
    public async Task How_it_came_and_what_was_said_with_it_stand_on_the_page()
    {
        var browser = await SignedIn.As(_app, "clerk");
        await browser.Open("/console/intake");
        await browser.Press(
            "leave",
            ("Input.Body", "水管爆了，家里没水。"),
            ("Input.Channel", "letter"),
            ("Input.ReplyBy", "letter"),
            ("Input.Interpreter", "ko"),
            ("Input.SourceNumber", "信2026-031"),
            ("Input.Event", "局长接待日"),
            ("Input.PostmarkedOn", "2026-03-02"),
            ("Input.OpenedOn", "2026-03-03"),
            ("Input.Heads", "3"));
        await browser.Follow("more");
        await browser.Press("leave", ("Input.Body", "楼道灯也不亮。"));
        await browser.Open("/console/matters?Order=newest");
        await browser.Open(browser.Page.QuerySelectorAll("td.lx-cell-no a.lx-num")[1].GetAttribute("href")!);
        Assert.True(browser.Status == System.Net.HttpStatusCode.OK, $"{browser.At} {browser.Status} {browser.Text}");
        foreach (var words in new[] { "寄信", "朝鲜语", "信2026-031", "局长接待日", "2026年3月2日", "2026年3月3日" })
        {
            Assert.Contains(words, browser.Page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        }

        await browser.Follow("reception");
        Assert.Equal(2, browser.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("3 人次", browser.Text, StringComparison.Ordinal);
        var elsewhere = await SignedIn.As(_app, "water-handler");
        await elsewhere.Open(browser.At.AbsolutePath);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, elsewhere.Status);
    }

    [Fact]
    public async Task Related_matters_are_those_of_the_same_place_and_category_that_one_may_see()
    {
        var (matter, other) = (await _app.Given.Handled(), await _app.Given.Handled());
        await _app.Given.Handled("water");
        var browser = await SignedIn.As(_app, "city-handler");
        await browser.Open(matter.Page());
        var related = Assert.Single(browser.Page.QuerySelectorAll("[data-related='matter.alike'] li"));
        Assert.Contains(Lianxin.Texts.Words.Number(new MatterNumber(other.Number).Digits), related.TextContent, StringComparison.Ordinal);
        var supervisor = await SignedIn.As(_app, "supervisor");
        await supervisor.Open(matter.Page());
        Assert.Equal(2, supervisor.Page.QuerySelectorAll("[data-related='matter.alike'] li").Length);
    }

    [Fact]
    public async Task A_colleagues_opinion_of_the_system_is_recorded_with_the_office_in_charge()
    {
        var browser = await SignedIn.As(_app, "water-handler");
        await browser.Open("/console");
        await browser.Open(browser.Page.QuerySelector(".lx-bar-acts a.lx-bar-link")!.GetAttribute("href")!);
        Assert.Equal("/console/opinion", browser.At.AbsolutePath);
        await browser.Press("send");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("send", ("Words", "清单能不能按小区排序？"));
        Assert.True(MatterNumber.TryParse(browser.Page.QuerySelector("[data-number]")!.TextContent, out var number));
        var row = await _app.Row(number.Value);
        Assert.Equal((MatterForm.Opinion, await _app.Given.Unit("lead"), "colleagues"), (row.Form, row.Unit, row.Channel));
        var coordinator = await SignedIn.As(_app, "coordinator");
        await coordinator.Open("/console/triage");
        Assert.Contains("按小区排序", coordinator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_palette_finds_pages_and_steps_by_initials_and_works_as_a_page()
    {
        var matter = await _app.Given.Handled();
        var browser = await SignedIn.As(_app, "city-lead");
        await browser.Open("/console/go?Q=qbsx");
        Assert.Equal("/console/matters", browser.Page.QuerySelector(".lx-go a")!.GetAttribute("href"));
        await browser.Open("/console/go?Q=df&for=" + Uri.EscapeDataString(matter.Page()));
        Assert.Equal(matter.Page() + "/answer", browser.Page.QuerySelector(".lx-go a")!.GetAttribute("href"));
        await browser.Open("/console/go?Q=" + new MatterNumber(matter.Number).Digits);
        Assert.Equal(matter.Page(), browser.Page.QuerySelector(".lx-go a")!.GetAttribute("href"));
        await browser.Open("/console/go?Q=dbt");
        Assert.Null(browser.Page.QuerySelector(".lx-go a"));
        await browser.Open("/console/phrases");
        Assert.Contains("让您久等了", browser.Text, StringComparison.Ordinal);
    }
}
