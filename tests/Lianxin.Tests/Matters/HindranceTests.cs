using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>“We cannot” is no outcome: it is a state with a reason that goes up.</summary>
public sealed class HindranceTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 3, 4, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "WQ-32")]
    public async Task What_is_blocked_for_want_of_money_goes_up_in_two_working_days_and_is_decided_there()
    {
        var matter = await _app.Given.Handled();
        var due = (await _app.Row(matter.Number)).DueOn;
        var browser = await SignedIn.As(_app, "city-lead");
        await browser.Open(matter.Page() + "/block");
        await browser.Press("block", ("Words", "局里今年没有这笔维修费。"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("block", ("Reason", "funds"));
        browser.LastSaid("无法推进：没有经费");
        Assert.Contains("就自动上报", browser.Text, StringComparison.Ordinal);
        Assert.Equal(due, (await _app.Row(matter.Number)).DueOn);

        _app.Clock.SetLocal(2026, 3, 6, 23, 50);
        Assert.Equal(0, await _app.Run<WatchBlocks>());
        _app.Clock.SetLocal(2026, 3, 9, 0, 20);
        Assert.Equal(1, await _app.Run<WatchBlocks>());
        Assert.Equal(0, await _app.Run<WatchBlocks>());
        var coordinator = await _app.Given.Officer("coordinator");
        Assert.Contains(await _app.Facts(matter.Number), f => f is MatterEscalated up && up.Officer == coordinator.Id && up.To == coordinator.Unit);

        var above = await SignedIn.As(_app, "coordinator");
        await above.Open("/console?view=escalated");
        Assert.Contains(matter.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), above.Page.QuerySelector("tbody")!.InnerHtml, StringComparison.Ordinal);
        await above.Open("/console/board");
        Assert.NotNull(above.Page.QuerySelector($"[data-column=blocked] a[href*='{new MatterNumber(matter.Number).Digits}']"));
        await above.Open(matter.Page());
        Assert.Equal("decide", above.Page.QuerySelector(".lx-steps a")!.GetAttribute("data-action"));
        await above.Follow("decide");
        await above.Press("decide", ("Words", "由区财政从应急经费里列支。"));
        above.LastSaid("协调决定");
        Assert.Null((await _app.Row(matter.Number)).Block);
        await above.Open("/console?view=escalated");
        Assert.Null(above.Page.QuerySelector("tbody tr"));
    }

    [Fact]
    [Trait("row", "WQ-32")]
    public async Task A_unit_cannot_answer_that_it_cannot_answer()
    {
        var matter = await _app.Given.Handled();
        var browser = await SignedIn.As(_app, "city-lead");
        await browser.Open(matter.Page() + "/answer");
        Assert.DoesNotContain("无法答复", browser.Page.QuerySelector("form.lx-form")!.TextContent, StringComparison.Ordinal);
        await browser.Press("answer", ("Answer", "我们局经济上也困难，没法答复。"), ("Outcome", "CannotAnswer"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(MatterState.Handling, (await _app.Row(matter.Number)).State);
    }

    [Fact]
    public async Task What_is_answered_or_given_on_leaves_its_hindrance_behind()
    {
        var hindrance = _app.Get<MatterHindrance>();
        var lead = await _app.Given.Officer("city-lead");
        var to = (await _app.Given.Officer("coordinator")).Unit!.Value;
        var (answered, given, freed) = (await _app.Given.Handled(), await _app.Given.Handled(), await _app.Given.Handled());
        foreach (var one in new[] { answered, given, freed })
        {
            await hindrance.Block(new MatterRef(one.Number), "site", to, "天太冷，沥青铺不了。", lead);
        }

        await _app.Get<MatterAnswers>().Answer(new MatterRef(answered.Number), new AnswerMatter(MatterOutcome.Solved, "已经铺好了。"), lead);
        await _app.Get<MatterTriage>().Dispatch(new MatterRef(given.Number), await _app.Given.Unit("water"), null, lead);
        await hindrance.Unblock(new MatterRef(freed.Number), "天气转暖了。", lead);
        await using var db = _app.Read();
        Assert.All(await db.Blocks.ToListAsync(TestContext.Current.CancellationToken), b => Assert.NotNull(b.EndedAt));
        _app.Clock.SetLocal(2026, 3, 20, 9);
        Assert.Equal(0, await _app.Run<WatchBlocks>());
        Assert.Equal("matter.missing", await Town.Refused(() => hindrance.Block(new MatterRef(freed.Number), "lazy", to, "…", lead)));
        Assert.Equal("matter.goes_up_to_nobody", await Town.Refused(() => hindrance.Block(new MatterRef(freed.Number), "funds", lead.Unit!.Value, "没有经费。", lead)));
    }
}
