using System.Net;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Console;

/// <summary>What supervision does with a matter, pressed on its pages.</summary>
public sealed class SupervisionStepPagesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_supervisor_reminds_and_orders_and_the_unit_reads_it()
    {
        var matter = await app.Given.Handled();
        var supervisor = await app.As("supervisor");
        await supervisor.Open(matter.Page());
        await supervisor.Follow("remind");
        await supervisor.Press("remind", ("Words", "群众等得急。"));
        supervisor.LastSaid("催办");
        await supervisor.Open(matter.Page() + "/order");
        await supervisor.Press("order", ("Words", "三天内修好。"), ("Days", "0"));
        Assert.Equal(HttpStatusCode.BadRequest, supervisor.Status);
        await supervisor.Press("order", ("Days", "3"));
        supervisor.LastSaid("督办单");
        var unit = await app.As("city-lead");
        await unit.Open(matter.Page());
        Assert.Contains("群众等得急。", unit.Text, StringComparison.Ordinal);
        Assert.Contains("三天内修好。", unit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_not_solved_is_checked_and_a_second_is_ruled()
    {
        var matter = await app.Given.Answered();
        await Say(matter, MatterVerdict.Not);
        var supervisor = await app.As("supervisor");
        await supervisor.Open(matter.Page());
        Assert.Contains("重办", supervisor.Page.QuerySelector(".lx-tag")!.TextContent, StringComparison.Ordinal);
        await supervisor.Follow("check");
        await supervisor.Press("check", ("Finding", "confirmed"), ("Words", "去现场看过，还是不亮。"));
        supervisor.LastSaid("督办员核查：确实没有解决");
        await app.Get<MatterAnswers>().Answer(
            new MatterRef(matter.Number), new AnswerMatter(MatterOutcome.Solved, "换了新灯。"), await app.Given.Officer("city-lead"));
        await app.Get<MatterAnswers>().Opened(matter.Number, Given.ThePerson);
        await Say(matter, MatterVerdict.Not);
        await supervisor.Open(matter.Page());
        await supervisor.Follow("rule");
        await supervisor.Press("rule", ("Reasons", "线路要大修，另行立项。"));
        Assert.Equal(HttpStatusCode.BadRequest, supervisor.Status);
        await supervisor.Press("rule", ("Ruling", "close"));
        supervisor.LastSaid("督办员裁定");
        Assert.Equal(MatterState.Closed, (await app.Row(matter)).State);
    }

    [Fact]
    public async Task A_handler_may_not_open_a_supervisors_step()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-handler");
        foreach (var step in new[] { "remind", "order", "check", "rule", "call-back" })
        {
            await browser.Open($"{matter.Page()}/{step}");
            Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        }
    }

    private Task Say(MatterReceipt matter, MatterVerdict verdict) =>
        app.Get<MatterFeedback>().Verdict(new MatterRef(matter.Number), verdict, null, Given.ThePerson);
}
