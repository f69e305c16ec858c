using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Matters;

/// <summary>What the head of an office sees at a day's end, and what everybody sees on the home page.</summary>
public sealed class DayEndTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 3, 4, 10);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "WQ-38")]
    public async Task Two_unsorted_at_six_in_the_evening_alert_the_head_and_stand_in_the_next_days_report()
    {
        await _app.Given.Matter();
        await _app.Given.Matter();
        await _app.Given.Handled();
        var head = await SignedIn.As(_app, "centre-lead");
        await head.Open("/console");
        Assert.Null(head.Page.QuerySelector("[data-unsorted]"));

        _app.Clock.SetLocal(2026, 3, 4, 18);
        Assert.Equal(1, await _app.Run<WatchDayEnd>());
        Assert.Equal(0, await _app.Run<WatchDayEnd>());
        head = await SignedIn.As(_app, "centre-lead");
        await head.Open("/console");
        Assert.Equal("2", head.Page.QuerySelector("[data-unsorted]")!.GetAttribute("data-unsorted"));
        var clerk = await SignedIn.As(_app, "clerk");
        await clerk.Open("/console");
        Assert.Null(clerk.Page.QuerySelector("[data-unsorted]"));

        _app.Clock.SetLocal(2026, 3, 5, 8, 30);
        head = await SignedIn.As(_app, "centre-lead");
        await head.Open("/console/triage");
        Assert.Equal("2", Assert.Single(head.Page.QuerySelectorAll("[data-rest]")).GetAttribute("data-rest"));
        var coordinator = await SignedIn.As(_app, "coordinator");
        await coordinator.Open("/console/triage");
        Assert.Contains("群众服务中心", Assert.Single(coordinator.Page.QuerySelectorAll("[data-rest]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_off_is_not_looked_at_and_an_empty_list_tells_nobody()
    {
        Assert.Equal(0, await RunAt(4));
        await _app.Given.Matter();
        Assert.Equal(0, await RunAt(7));
        Assert.Equal(1, await RunAt(9));
    }

    [Fact]
    [Trait("row", "WQ-41")]
    public async Task The_home_page_shows_that_the_invariants_hold_and_raises_an_alarm_when_one_is_broken()
    {
        var matter = await _app.Given.Answered();
        var browser = await SignedIn.As(_app, "city-handler");
        await browser.Open("/console");
        Assert.NotNull(browser.Page.QuerySelector("[data-invariants=hold]"));
        var broken = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"update matter set state = 'closed', delivered_at = null where number = {matter.Number}");
        await _app.Journal.Write(Actor.System(), async work => await work.Run(broken));

        _app.Clock.Move(TimeSpan.FromMinutes(1));
        await browser.Open("/console");
        Assert.Contains("INV-03", browser.Page.QuerySelector("[data-invariants=broken]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "WQ-36")]
    public async Task A_leaders_mailbox_changes_its_owner_on_a_day_and_matters_before_stay()
    {
        _app.Clock.SetLocal(2026, 6, 30, 16);
        var coordinator = await _app.Given.Officer("coordinator");
        var row = (await Mailbox()).Replace("\"reception\"", "\"lead-office\"", StringComparison.Ordinal);
        await _app.Get<SettingDesk>().Set(new ProfileListRow("channels", "magistrate-mailbox", row), new DateOnly(2026, 7, 1), null, coordinator);
        var before = await _app.Given.Matter(channel: "magistrate-mailbox");
        _app.Clock.SetLocal(2026, 7, 1, 0, 30);
        var after = await _app.Given.Matter(channel: "magistrate-mailbox");
        Assert.Equal(await _app.Given.Unit("centre"), (await _app.Row(before.Number)).Unit);
        Assert.Equal(await _app.Given.Unit("lead"), (await _app.Row(after.Number)).Unit);
        Assert.Equal("县（区）长信箱", await Label("magistrate-mailbox"));
    }

    [Fact]
    [Trait("row", "WQ-39")]
    public async Task Dispatch_shows_the_told_day_the_offices_own_and_the_reply_to_begin_with()
    {
        var matter = await _app.Given.Matter();
        var lead = await _app.Given.Officer("centre-lead");
        await _app.Get<MatterTriage>().Classify(new MatterRef(matter.Number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: false), lead);
        var browser = await SignedIn.As(_app, "centre-lead");
        await browser.Open(matter.Page() + "/dispatch");
        Assert.Contains("2026年3月9日", browser.Page.QuerySelector("[data-due]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年3月6日", browser.Page.QuerySelector("[data-internal]")!.TextContent, StringComparison.Ordinal);
        var reply = browser.Page.QuerySelector("[data-reply]")!.TextContent;
        Assert.DoesNotContain("{{", reply, StringComparison.Ordinal);
        Assert.Contains("路灯不亮了", reply, StringComparison.Ordinal);
        Assert.Contains("【", reply, StringComparison.Ordinal);
        await browser.Press("dispatch");
        Assert.Equal(await _app.Given.Unit("city"), (await _app.Row(matter.Number)).OfferedTo);
    }

    private async Task<int> RunAt(int day)
    {
        _app.Clock.SetLocal(2026, 3, day, 18, 1);
        return await _app.Run<WatchDayEnd>();
    }

    private async Task<string> Mailbox()
    {
        await using var db = _app.Read();
        return (await _app.Get<SettingBook>().Read(db)).InForce(new DateOnly(2026, 6, 30)).Single(r => r.Item is { List: "channels", Code: "magistrate-mailbox" }).Json!;
    }

    private async Task<string> Label(string channel)
    {
        await using var db = _app.Read();
        return (await _app.Get<Rules>().Read(db)).Lists.Channels.Single(c => c.Code == channel).Label.In("zh-Hans");
    }
}
