using System.Net;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Console;

/// <summary>The steps that move a matter from hand to hand, pressed on their pages.</summary>
public sealed class HandStepPagesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_unit_accepts_what_it_was_offered_and_the_thread_says_so()
    {
        var matter = await app.Given.Dispatched();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page());
        Assert.Contains("待签收", browser.Page.QuerySelector(".lx-tag")!.TextContent, StringComparison.Ordinal);
        await browser.Follow("accept");
        await browser.Press("accept");
        Assert.Equal(matter.Page(), browser.At.AbsolutePath);
        Assert.Contains("已签收", browser.Text, StringComparison.Ordinal);
        browser.LastSaid("区城市管理局签收");
        Assert.Equal(MatterState.Handling, (await app.Row(matter)).State);
    }

    [Fact]
    public async Task A_colleague_may_be_named_on_accepting()
    {
        var matter = await app.Given.Dispatched();
        var colleague = (await app.Given.Officer("city-handler")).Id!.Value;
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/accept");
        await browser.Press("accept", ("Officer", colleague.ToString()));
        Assert.Equal(colleague, (await app.Row(matter)).Officer);
    }

    [Fact]
    public async Task A_step_that_is_not_open_has_no_button_and_its_page_says_why()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page());
        Assert.Null(browser.Page.QuerySelector("[data-action='accept']"));
        await browser.Open(matter.Page() + "/accept");
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Null(browser.Page.QuerySelector("button[data-action='accept']"));
    }

    [Fact]
    public async Task A_matter_of_another_unit_does_not_exist()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("water-lead");
        foreach (var path in new[] { "", "/answer", "/why", "/contact", "/slip" })
        {
            await browser.Open(matter.Page() + path);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
    }

    [Fact]
    public async Task A_unit_returns_a_matter_with_a_reason_and_it_leaves_its_sight()
    {
        var matter = await app.Given.Dispatched();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page());
        await browser.Follow("return");
        await browser.Press("return", ("Reason", "other-unit"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Words-error"));
        Assert.Equal("other-unit", browser.Page.QuerySelector("#Reason option[selected]")!.GetAttribute("value"));
        await browser.Press("return", ("Words", "路灯归供电公司管。"));
        Assert.Equal("/console", browser.At.AbsolutePath);
        Assert.Contains("已退回", browser.Text, StringComparison.Ordinal);
        var giver = await app.As("centre-lead");
        await giver.Open(matter.Page());
        giver.LastSaid("区城市管理局退回");
        Assert.Contains("路灯归供电公司管。", giver.Text, StringComparison.Ordinal);
        Assert.Contains("退回", giver.Page.QuerySelector(".lx-tag")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_return_goes_to_the_coordinator_who_rules()
    {
        var matter = await app.Given.Dispatched();
        await Return("city-lead", matter);
        var giver = await app.As("centre-lead");
        await giver.Open(matter.Page() + "/dispatch");
        await giver.Press("dispatch", ("Unit", (await app.Given.Unit("water")).ToString()));
        giver.LastSaid("派单给自来水公司");
        await Return("water-lead", matter);
        var coordinator = await app.As("coordinator");
        await coordinator.Open(matter.Page());
        await coordinator.Follow("settle");
        await coordinator.Press("settle", ("Unit", (await app.Given.Unit("city")).ToString()), ("Reason", "路灯由城市管理局维护。"));
        coordinator.LastSaid("裁定由区城市管理局办理");
    }

    [Fact]
    public async Task Dispatching_proposes_the_unit_that_category_and_place_point_to()
    {
        var matter = await app.Given.Matter();
        await app.Get<MatterTriage>().Classify(
            new MatterRef(matter.Number), new ClassifyMatter(MatterKind.Promised, "street-lights", TestTown.Community, false), await app.Given.Officer("centre-lead"));
        var browser = await app.As("centre-lead");
        await browser.Open(matter.Page() + "/dispatch");
        Assert.Contains("建议派给区城市管理局", browser.Text, StringComparison.Ordinal);
        await browser.Press("dispatch", ("Note", "请先看现场。"));
        browser.LastSaid("派单给区城市管理局");
        Assert.Contains("请先看现场。", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_unit_keeps_a_matter_and_assigns_it()
    {
        var matter = await app.Given.Matter();
        await app.Get<MatterTriage>().Classify(
            new MatterRef(matter.Number), new ClassifyMatter(MatterKind.Promised, "street-lights", TestTown.Community, false), await app.Given.Officer("centre-lead"));
        var browser = await app.As("centre-lead");
        await browser.Open(matter.Page() + "/keep");
        await browser.Press("keep");
        browser.LastSaid("群众服务中心开始办理");
        await browser.Open(matter.Page() + "/assign");
        await browser.Press("assign");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("assign", ("Officer", (await app.Given.Officer("clerk")).Id!.Value.ToString()));
        browser.LastSaid("指定测试丙承办");
    }

    [Fact]
    public async Task A_helping_unit_sees_the_matter_answers_the_lead_and_is_gone()
    {
        var matter = await app.Given.Handled();
        var lead = await app.As("city-lead");
        await lead.Open(matter.Page());
        await lead.Follow("add_helper");
        await lead.Press("add_helper", ("Unit", (await app.Given.Unit("water")).ToString()), ("What", "请确认井盖下的水管。"), ("Days", "40"));
        Assert.Equal(HttpStatusCode.BadRequest, lead.Status);
        Assert.Equal("40", lead.Page.QuerySelector("#Days")!.GetAttribute("value"));
        await lead.Press("add_helper", ("Days", "3"));
        lead.LastSaid("请自来水公司协办");
        var helper = await app.As("water-lead");
        await helper.Open("/console?view=helping");
        Assert.Contains(MatterNumberOf(matter), helper.Text, StringComparison.Ordinal);
        await helper.Open(matter.Page());
        Assert.NotNull(helper.Page.QuerySelector(".lx-steps a[data-action=help]"));
        await helper.Open(matter.Page() + "/help");
        await helper.Press("help", ("Position", "水管完好。"));
        Assert.Equal("/console", helper.At.AbsolutePath);
        await lead.Open(matter.Page());
        Assert.Contains("水管完好。", lead.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_is_refused_shows_what_changed_and_keeps_what_was_typed()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/change-kind");
        await app.Get<MatterHandling>().Assign(new MatterRef(matter.Number), (await app.Given.Officer("city-handler")).Id!.Value, await app.Given.Officer("city-lead"));
        await browser.Press("change_kind", ("Kind", "Referral"), ("Reason", "归供电公司管。"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("指定测试子承办", browser.Page.QuerySelector(".lx-callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("归供电公司管。", browser.Page.QuerySelector("#Reason")!.TextContent);
        await browser.Press("change_kind");
        browser.LastSaid("由承诺件改为指引件");
    }

    [Fact]
    public async Task The_action_row_holds_four_steps_and_the_rest_behind_more()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page());
        Assert.Equal(4, browser.Page.QuerySelectorAll(".lx-steps > a").Length);
        var all = browser.Page.QuerySelectorAll(".lx-steps a").Select(a => a.GetAttribute("data-action")!);
        var open = MatterLifecycle.OpenTo(await app.Row(matter), await app.Given.Officer("city-lead"), Standing.Own).Select(s => s.Key);
        Assert.Equal(open, all);
        foreach (var path in browser.Page.QuerySelectorAll(".lx-steps a").Select(a => a.GetAttribute("href")!).ToList())
        {
            await browser.Open(path);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Single(browser.Page.QuerySelectorAll("h1"));
            Assert.All(browser.Page.QuerySelectorAll("input:not([type=hidden]),select,textarea"), f => Assert.True(
                browser.Page.QuerySelector($"label[for='{f.Id}']") is not null || f.HasAttribute("aria-label"), $"{path}: {f.OuterHtml}"));
        }
    }

    private static string MatterNumberOf(MatterReceipt matter) => Lianxin.Texts.Words.Number(new Lianxin.Foundation.MatterNumber(matter.Number).Digits);

    private async Task Return(string officer, MatterReceipt matter)
    {
        var browser = await app.As(officer);
        await browser.Open(matter.Page() + "/return");
        await browser.Press("return", ("Reason", "other-unit"), ("Words", "不归我们管。"));
        Assert.Equal("/console", browser.At.AbsolutePath);
    }
}
