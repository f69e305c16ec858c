using System.Net;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Console;

/// <summary>Answers, refusals, words to the person, merges and verdicts, pressed on their pages.</summary>
public sealed class AnswerStepPagesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_answer_is_begun_from_a_template_previewed_and_given()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page());
        await browser.Follow("answer");
        Assert.Equal("reply-roads", browser.Page.QuerySelectorAll("#Template option")[1].GetAttribute("value"));
        await browser.Press("template", ("Template", "reply-roads"));
        var words = browser.Page.QuerySelector("#Answer")!.TextContent;
        Assert.Contains("区城市管理局测试癸", words, StringComparison.Ordinal);
        Assert.Contains("【查明的情况】", words, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", words, StringComparison.Ordinal);
        await browser.Press("answer", ("Outcome", "Solved"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("查明的情况", browser.Page.QuerySelector("#Answer-error")!.TextContent, StringComparison.Ordinal);
        await browser.Press("preview", ("Answer", "路灯已经修好。"), ("Outcome", "Solved"));
        Assert.Contains("路灯已经修好。", browser.Page.QuerySelector(".lx-preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(MatterState.Handling, (await app.Row(matter)).State);
        await browser.Press("answer", ("Outcome", "Solved"));
        browser.LastSaid("已答复：已解决");
        Assert.Contains("路灯已经修好。", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pointing_elsewhere_without_the_destination_is_refused_beside_its_field()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/answer");
        await browser.Press("answer", ("Answer", "请向供电公司反映。"), ("Outcome", "Pointed"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Destination-error"));
        Assert.Equal("请向供电公司反映。", browser.Page.QuerySelector("#Answer")!.TextContent);
        await browser.Press("answer", ("Destination", "供电公司营业厅"));
        browser.LastSaid("已答复");
    }

    [Fact]
    [Trait("row", "LZ-24")]
    public async Task Guidance_ends_neither_without_an_explanation_nor_without_a_destination()
    {
        var matter = await app.Given.Handled(kind: MatterKind.Referral);
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/answer");
        await browser.Press("answer", ("Outcome", "Pointed"), ("Answer", ""), ("Destination", "供电公司营业厅"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Answer-error"));
        await browser.Press("answer", ("Answer", "电表归供电公司管，我们不能代办。"), ("Destination", ""));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Destination-error"));
        Assert.Equal(MatterState.Handling, (await app.Row(matter)).State);
        await browser.Press("answer", ("Destination", "供电公司营业厅"));
        browser.LastSaid("已答复");
    }

    [Fact]
    public async Task A_refusal_needs_its_reason_its_words_and_a_second_person()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/refuse");
        await browser.Press("refuse", ("Reason", "court"), ("Answer", "此事正在法院审理。"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("refuse", ("Second", (await app.Given.Officer("city-handler")).Id!.Value.ToString()));
        browser.LastSaid("已答复");
        Assert.Contains("人民法院", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_by_phone_tell_the_date_and_a_failed_call_is_kept()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/tell");
        await browser.Follow("attempt");
        await browser.Press("attempt", ("Way", "call"));
        browser.LastSaid("打电话，没有联系上");
        await browser.Open(matter.Page() + "/attempt");
        Assert.Contains("已经试过 1 次", browser.Text, StringComparison.Ordinal);
        await browser.Open(matter.Page() + "/tell");
        await browser.Press("tell", ("Way", "call"), ("Note", "说了本周内修。"));
        browser.LastSaid("打电话告知期限");
        Assert.NotNull((await app.Row(matter)).ToldAt);
    }

    [Fact]
    public async Task A_matter_is_merged_by_number_and_taken_back()
    {
        var master = await app.Given.Handled();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/merge");
        Assert.Contains(new MatterNumber(master.Number).Grouped, browser.Text, StringComparison.Ordinal);
        await browser.Press("merge", ("Master", "1234"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Master-error"));
        await browser.Press("merge", ("Master", new MatterNumber(master.Number).Grouped));
        browser.LastSaid("并案");
        await browser.Open(master.Page());
        Assert.Contains("并进来的事项", browser.Text, StringComparison.Ordinal);
        await browser.Open(matter.Page() + "/unmerge");
        await browser.Press("unmerge", ("Reason", "不是同一盏灯。"));
        browser.LastSaid("撤销并案");
    }

    [Fact]
    public async Task A_question_and_notes_stand_on_the_thread_the_internal_one_not_for_the_person()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/ask");
        await browser.Press("ask", ("Question", "是哪一盏灯？"));
        browser.LastSaid("请反映人补充");
        await browser.Open(matter.Page() + "/note");
        await browser.Press("note", ("Words", "内部：待采购灯头。"));
        await browser.Open(matter.Page() + "/note");
        await browser.Press("note", ("Words", "已到现场。"), ("Open", "true"));
        Assert.Contains("内部：待采购灯头。", browser.Text, StringComparison.Ordinal);
        await browser.Open(matter.Page() + "?open=true");
        Assert.DoesNotContain("内部：待采购灯头。", browser.Text, StringComparison.Ordinal);
        Assert.Contains("已到现场。", browser.Text, StringComparison.Ordinal);
        await browser.Open("/console?view=asked");
        Assert.Contains(new MatterNumber(matter.Number).Grouped, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opinion_is_acknowledged_and_ends()
    {
        var matter = await app.Given.Matter("建议多办夜校。", form: MatterForm.Suggestion);
        var browser = await app.As("centre-lead");
        await browser.Open(matter.Page());
        await browser.Follow("acknowledge");
        await browser.Press("acknowledge", ("Thanks", "谢谢，已转文化站参考。"));
        browser.LastSaid("已收悉");
        Assert.Contains("已收悉", browser.Page.QuerySelector(".lx-stamp")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_back_needs_the_call_and_a_part_solved_its_promise()
    {
        var matter = await app.Given.Answered();
        var caller = await app.As("operator");
        await caller.Open(matter.Page());
        await caller.Follow("call_back");
        await caller.Press("call_back", ("Verdict", "Partly"));
        Assert.Equal(HttpStatusCode.Conflict, caller.Status);
        Assert.NotNull(caller.Page.QuerySelector("#Call-error"));
        await caller.Press("call_back", ("Call", "R-20260901-7"), ("Words", "还有一盏不亮。"));
        caller.LastSaid("反映人评判：部分解决");
        var owner = await app.As("city-lead");
        await owner.Open("/console?view=rest_due");
        Assert.Contains(new MatterNumber(matter.Number).Grouped, owner.Text, StringComparison.Ordinal);
        await owner.Open(matter.Page());
        await owner.Follow("promise_rest");
        await owner.Press("promise_rest", ("Promise", "另一盏下周更换。"), ("DueOn", "2026-08-31"));
        Assert.Equal(HttpStatusCode.Conflict, owner.Status);
        await owner.Press("promise_rest", ("DueOn", "2026-09-11"));
        owner.LastSaid("余下的事承诺");
        Assert.Equal(MatterOutcome.SolvedInPart, (await app.Row(matter)).Outcome);
    }
}
