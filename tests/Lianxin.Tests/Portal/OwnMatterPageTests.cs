using System.Net;
using AngleSharp;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Portal;

public sealed class OwnMatterPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_code_is_shown_to_the_browser_that_sent_the_report_and_to_nobody_else_with_the_link()
    {
        var (_, link) = await Resident.Reported(app);
        var other = await app.Browser().Open(link);
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.DoesNotContain("查询码", other.Page.QuerySelector(".lx-receipt")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_nobody_was_given_is_not_there()
    {
        foreach (var path in new[] { "/r/" + new string('0', 32), "/r/x", "/r/" + new string('A', 32) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().Open(path)).Status);
        }
    }

    [Fact]
    public async Task A_look_ahead_by_a_machine_delivers_nothing_and_a_persons_look_delivers_once()
    {
        var receipt = await app.Given.Matter();
        var client = app.Client();
        using var ahead = new HttpRequestMessage(HttpMethod.Get, "/r/" + receipt.Link);
        ahead.Headers.Add("Sec-Purpose", "prefetch");
        await client.SendAsync(ahead, TestContext.Current.CancellationToken);
        Assert.Null((await Row(receipt.Number)).ToldAt);

        await app.Browser().Open("/r/" + receipt.Link);
        var told = (await Row(receipt.Number)).ToldAt;
        Assert.NotNull(told);
        var entries = await Entries(receipt.Number);
        await app.Browser().Open("/r/" + receipt.Link);
        Assert.Equal(entries, await Entries(receipt.Number));
    }

    [Fact]
    public async Task The_thread_tells_the_hands_in_the_persons_words_and_no_internal_note()
    {
        var (browser, link) = await Resident.Reported(app);
        var number = Resident.NumberOf(browser);
        await Resident.Answer(app, number);
        await app.Get<MatterHandling>().Note(new MatterRef(number), "内部备注不给外人看", false, await app.Given.Officer("city-lead"));
        await app.Get<MatterHandling>().Note(new MatterRef(number), "师傅明天上午到", true, await app.Given.Officer("city-lead"));
        await browser.Open(link);
        var hands = browser.Hands();
        Assert.Contains("您反映了问题", hands, StringComparison.Ordinal);
        Assert.Contains("转给区城市管理局", hands, StringComparison.Ordinal);
        Assert.Contains("区城市管理局接手办理", hands, StringComparison.Ordinal);
        Assert.Contains("灯已修好", hands, StringComparison.Ordinal);
        Assert.Contains("师傅明天上午到", hands, StringComparison.Ordinal);
        Assert.DoesNotContain("内部", browser.Page.ToHtml(), StringComparison.Ordinal);
        Assert.NotNull((await Row(number)).DeliveredAt);
    }

    [Fact]
    [Trait("row", "WQ-17")]
    public async Task Who_chose_Korean_reads_receipt_and_end_in_Korean_and_in_Chinese_on_one_page()
    {
        var receipt = await app.Get<MatterIntake>().Submit(new SubmitMatter { Body = Resident.Words, Contact = new SubmitContact { Phone = "13800135521" }, Language = "ko" }, Given.Anybody);
        var browser = await app.Browser().Open("/r/" + receipt.Link);
        var korean = browser.Page.QuerySelector(".lx-receipt [data-also=ko]")!.TextContent;
        Assert.Contains("답변 기한", korean, StringComparison.Ordinal);
        Assert.Contains("까지", korean, StringComparison.Ordinal);
        Assert.Contains("答复期限", browser.Page.QuerySelector(".lx-receipt")!.TextContent, StringComparison.Ordinal);

        await Resident.Answer(app, receipt.Number);
        await browser.Open("/r/" + receipt.Link);
        Assert.Contains("해결됨", browser.Page.QuerySelector(".lx-receipt [data-also=ko]")!.TextContent, StringComparison.Ordinal);
        await browser.Open("/r/" + receipt.Link + "?lang=ko");
        Assert.Equal("ko", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("解决", browser.Page.QuerySelector(".lx-receipt [data-also=zh-Hans]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_in_one_language_says_nothing_twice()
    {
        var (browser, _) = await Resident.Reported(app);
        Assert.Null(browser.Page.QuerySelector("[data-also]"));
    }

    [Fact]
    [Trait("row", "LZ-71")]
    public async Task The_person_says_solved_and_it_ends_and_may_rate_it()
    {
        var (browser, link) = await Resident.Reported(app);
        var number = Resident.NumberOf(browser);
        await Resident.Answer(app, number);
        await browser.Open(link);
        await browser.Press("verdict");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Verdict-error"));
        await browser.Press("verdict", ("Verdict", "solved"), ("Reason", "谢谢师傅"));
        var matter = await Row(number);
        Assert.Equal((MatterState.Closed, MatterVerdict.Solved), (matter.State, matter.Verdict));
        await browser.Press("rate", ("Result", "5"));
        Assert.Equal(5, (await Row(number)).Rating);
        Assert.Contains("很满意", browser.Text, StringComparison.Ordinal);
        Assert.Contains("您说：解决了", browser.Hands(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_solved_says_that_a_supervisor_looks_into_it_and_starts_again()
    {
        var (browser, link) = await Resident.Reported(app);
        var number = Resident.NumberOf(browser);
        await Resident.Answer(app, number);
        await browser.Open(link);
        await browser.Press("verdict", ("Verdict", "not"), ("Reason", "只亮了一晚"));
        Assert.Contains("已请督办员在 1 个工作日内核实", browser.Text, StringComparison.Ordinal);
        var matter = await Row(number);
        Assert.Equal((MatterState.Handling, 1), (matter.State, matter.Reopenings));
        Assert.NotNull(matter.ToldAt);
    }

    [Fact]
    public async Task A_verdict_on_an_answer_that_changed_meanwhile_is_shown_the_new_one_with_the_words_kept()
    {
        var (browser, link) = await Resident.Reported(app);
        await Resident.Answer(app, Resident.NumberOf(browser));
        await browser.Open(link);
        var other = await app.Browser().Open(link);
        await other.Press("verdict", ("Verdict", "not"));
        await browser.Press("verdict", ("Verdict", "solved"), ("Reason", "好了"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("页面已经更新", browser.Text, StringComparison.Ordinal);
        Assert.Contains("正在办", browser.Hands(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_and_words_are_added_on_the_page()
    {
        var receipt = await app.Given.Handled();
        await app.Get<MatterHandling>().Ask(new MatterRef(receipt.Number), "是几单元的灯?", await app.Given.Officer("city-lead"));
        var browser = await app.Browser().Open("/r/" + receipt.Link);
        Assert.Contains("是几单元的灯", browser.Text, StringComparison.Ordinal);
        await browser.Press("reply", ("Words", "二单元"));
        Assert.Contains("二单元", browser.Hands(), StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("[data-action=reply]"));
        await browser.Press("add", ("Words", ""));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press("add", ("Words", "三单元的也不亮"));
        Assert.Contains("三单元的也不亮", browser.Hands(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_asks_first_and_then_ends_the_matter()
    {
        var receipt = await app.Given.Matter();
        var browser = await app.Browser().Open("/r/" + receipt.Link);
        await browser.Follow("withdraw");
        Assert.Contains("确定撤回吗", browser.Text, StringComparison.Ordinal);
        await browser.Press("withdraw", ("Reason", "自己修好了"));
        Assert.Equal(MatterOutcome.Withdrawn, (await Row(receipt.Number)).Outcome);
        Assert.Contains("已经撤回", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("[data-action=add]"));
    }

    [Fact]
    public async Task Why_this_day_is_explained_day_by_day()
    {
        app.Clock.SetLocal(2026, 9, 28);
        var receipt = await app.Given.Matter();
        var browser = await app.Browser().Open("/r/" + receipt.Link);
        await browser.Follow("why");
        Assert.Contains("国庆节", browser.Text, StringComparison.Ordinal);
        Assert.Contains("第 5 天", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_late_the_person_may_nudge_and_once_a_day()
    {
        var own = await TestApp.Start();
        await using var ended = own.ConfigureAwait(false);
        var receipt = await own.Given.Handled();
        var browser = await own.Browser().Open("/r/" + receipt.Link);
        Assert.Empty(browser.Page.QuerySelectorAll("[data-action=nudge]"));
        own.Clock.Move(TimeSpan.FromDays(14));
        await browser.Open("/r/" + receipt.Link);
        await browser.Press("nudge");
        Assert.Contains("您催了一下", browser.Hands(), StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("[data-action=nudge]"));
    }

    private async Task<Matter> Row(long number)
    {
        await using var db = app.Read();
        return await db.Matters.SingleAsync(m => m.Number == number, TestContext.Current.CancellationToken);
    }

    private async Task<int> Entries(long number)
    {
        await using var db = app.Read();
        return await db.FactEntries.CountAsync(e => e.Matter == number, TestContext.Current.CancellationToken);
    }
}
