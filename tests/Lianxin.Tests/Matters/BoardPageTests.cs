using System.Net;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Calendar;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>The board, the monitor, the calendar and the settings as their people use them.</summary>
public sealed class BoardPageTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 9, 1, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_board_sorts_what_is_due_over_and_not_solved_and_reminds_and_orders()
    {
        var over = await _app.Given.Handled("water");
        _app.Clock.SetLocal(2026, 9, 7, 9);
        var late = await _app.Given.Handled();
        _app.Clock.SetLocal(2026, 9, 9, 9);
        var today = await _app.Given.Handled();
        var again = await _app.Given.Answered();
        _app.Clock.SetLocal(2026, 9, 14, 9);
        await _app.Get<MatterFeedback>().Verdict(new MatterRef(again.Number), MatterVerdict.Not, "没修好。", Given.ThePerson);

        var browser = await _app.As("supervisor");
        await browser.Open("/console/board");
        Assert.Equal([today.Number], Column(browser, "today"));
        Assert.Equal([late.Number], Column(browser, "late"));
        Assert.Equal([over.Number], Column(browser, "very_late"));
        Assert.Equal([again.Number], Column(browser, "check"));
        Assert.Equal([over.Number, late.Number], Column(browser, "stuck"));

        await browser.Open($"/console/board?unit={await _app.Given.Unit("water")}");
        Assert.Empty(Column(browser, "today"));
        await browser.Press($"remind-{over.Number}");
        Assert.Contains(await _app.Facts(over.Number), f => f is MatterUrged { Step: "remind" });
        Assert.Equal([over.Number], Column(browser, "very_late"));
        await browser.Press($"order-{over.Number}", ("words", ""), ("days", "2"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press($"order-{over.Number}", ("words", "两日内说明原因。"), ("days", "2"));
        Assert.Contains(await _app.Facts(over.Number), f => f is MatterUrged { Step: "order", DueOn: { } due } && due == new DateOnly(2026, 9, 16));
    }

    [Fact]
    [Trait("row", "WQ-41")]
    public async Task The_monitor_shows_six_times_nothing_and_names_a_planted_breach()
    {
        var receipt = await _app.Given.Handled();
        var browser = await _app.As("supervisor");
        await browser.Open("/console/invariants");
        Assert.Equal(6, browser.Page.QuerySelectorAll("tr[data-invariant] .lx-tag-green").Length);
        await _app.Journal.Write(Actor.System(), async work => await work.Run($"update matter set due_on = null where number = {receipt.Number}"));
        await browser.Open("/console/invariants");
        Assert.Equal("INV-04", browser.Page.QuerySelector("[data-breaches]")!.Closest("tr")!.GetAttribute("data-invariant"));
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/console/matters/{receipt.Number}']"));
    }

    [Fact]
    public async Task A_notice_is_previewed_its_faults_are_named_and_it_is_recorded()
    {
        _app.Clock.SetLocal(2026, 12, 29, 10);
        await _app.Given.Matter();
        var browser = await _app.As("coordinator");
        await browser.Open("/console/calendar");
        Assert.Contains("2027", browser.Page.QuerySelector(".lx-callout-warning")!.TextContent, StringComparison.Ordinal);
        await browser.Follow("calendar/import");
        await browser.Press("preview", ("Json", Notices.Invented2027Json.Replace("2027-01-03", "2027-01-04", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("workingDays[0]", browser.Page.QuerySelector(".lx-summary")!.TextContent, StringComparison.Ordinal);
        await browser.Press("preview", ("Json", Notices.Invented2027Json));
        Assert.Equal("1", browser.Page.QuerySelector("[data-moved]")!.GetAttribute("data-moved"));
        await browser.Press("record");
        Assert.Equal("/console/calendar", browser.At.AbsolutePath);
        Assert.Contains("已公布", browser.Page.QuerySelector("tr[data-year='2027']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await _app.Run<WatchCalendar>());
    }

    [Fact]
    public async Task A_limit_is_changed_from_a_day_on_with_a_reason_and_the_history_says_so()
    {
        var browser = await _app.As("coordinator");
        await browser.Open("/console/settings/limits");
        await browser.Follow("promised");
        var value = Field(browser, "value");
        await browser.Press("save", (value, "4"), ("From", "2026-09-10"), ("Reason", "区里的承诺"));
        Assert.Equal("/console/settings/limits", browser.At.AbsolutePath);
        Assert.Equal(new DateOnly(2026, 9, 8), (await _app.Row((await _app.Given.Matter()).Number)).DueOn);
        _app.Clock.SetLocal(2026, 9, 10, 9);
        Assert.Equal(new DateOnly(2026, 9, 16), (await _app.Row((await _app.Given.Matter()).Number)).DueOn);
        browser = await _app.As("coordinator");
        await browser.Open("/console/settings/limits/promised");
        Assert.Contains("区里的承诺", browser.Page.QuerySelector(".lx-thread")!.TextContent, StringComparison.Ordinal);

        await browser.Press("save", (Field(browser, "value"), "很多"), ("Reason", "试"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("save", (Field(browser, "value"), "4"), ("From", "2026-09-01"), ("Reason", "试"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#From-error"));
        await browser.Press("remove", ("From", "2026-09-11"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
    }

    [Fact]
    public async Task A_row_somebody_else_changed_meanwhile_is_refused_and_a_new_one_is_added()
    {
        var (one, other) = (await _app.As("coordinator"), await _app.As("coordinator"));
        await one.Open("/console/settings/phrases/ask-place");
        await other.Open("/console/settings/phrases/ask-place");
        await one.Press("save", (Field(one, "text.zh-Hans"), "您说的是哪条路？"), ("Reason", "短些"));
        await other.Press("save", (Field(other, "text.zh-Hans"), "在哪里？"), ("Reason", "短些"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);

        await one.Open("/console/settings/phrases/add");
        await one.Press("save", ("NewCode", "ask-time"), (Field(one, "use"), "intake"), (Field(one, "text.zh-Hans"), "什么时候发生的？"), (Field(one, "text.en"), "When?"), ("Reason", "常问"));
        Assert.Equal("/console/settings/phrases", one.At.AbsolutePath);
        await one.Open("/console/templates");
        Assert.Contains("什么时候发生的？", one.Text, StringComparison.Ordinal);
        await one.Open("/console/settings/phrases/add");
        await one.Press("save", ("NewCode", "ask-time"), ("Reason", "再来"));
        Assert.Equal(HttpStatusCode.Conflict, one.Status);
        await one.Open("/console/settings/nothing/add");
        Assert.Equal(HttpStatusCode.NotFound, one.Status);
    }

    [Fact]
    [Trait("row", "ED-38")]
    public async Task A_dry_run_counts_past_matters_by_unit_before_and_after_and_changes_nothing()
    {
        for (var i = 0; i < 3; i++)
        {
            await _app.Given.Handled();
        }

        var browser = await _app.As("coordinator");
        await browser.Open("/console/categories");
        await browser.Follow("try");
        await browser.Open($"/console/categories/try?Category={Given.Category}&Lead=topic:labour&Past=100");
        Assert.Equal("3", browser.Page.QuerySelectorAll("tr[data-unit=city] td")[1].TextContent);
        Assert.Equal("0", browser.Page.QuerySelectorAll("tr[data-unit=city] td")[2].TextContent);
        Assert.Equal("3", browser.Page.QuerySelectorAll("tr[data-unit=labour] td")[2].TextContent);
        await using var db = _app.Read();
        Assert.Equal(Lianxin.Profiles.LeadTo.Topic, (await _app.Get<Rules>().Read(db)).Lists.Category(Given.Category).Lead["any"].To);
        await browser.Open($"/console/categories/try?Category={Given.Category}&Lead=topic:nothing");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.Open("/console/categories/try?Past=0");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task Every_list_and_every_row_of_the_settings_opens()
    {
        var browser = await _app.As("coordinator");
        await browser.Open("/console/settings");
        foreach (var list in browser.Page.QuerySelectorAll("td a").Select(a => a.GetAttribute("href")!).ToList())
        {
            await browser.Open(list);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            await browser.Open(browser.Page.QuerySelector("td a")!.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.NotNull(browser.Page.QuerySelector("button[data-action=save]"));
        }
    }

    private static List<long> Column(Browser browser, string key) =>
        [.. browser.Page.QuerySelectorAll($"[data-column={key}] [data-number]").Select(c => long.Parse(c.GetAttribute("data-number")!, System.Globalization.CultureInfo.InvariantCulture))];

    private static string Field(Browser browser, string path) => browser.Page.QuerySelectorAll("input[type=hidden]")
        .Single(i => i.GetAttribute("value") == path && i.GetAttribute("name")!.StartsWith("Fields[", StringComparison.Ordinal))
        .GetAttribute("name")!.Replace(".Path", ".Value", StringComparison.Ordinal);
}
