using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Console;

/// <summary>What an officer wrote is not lost: by an ended session, or put away by hand.</summary>
public sealed class KeptFormTests
{
    private const string Written = "路灯已经换了新的，今晚六点亮灯，有问题请打 62001234。";

    [Fact]
    public async Task A_form_sent_after_the_session_ended_is_back_in_its_place_after_sign_in()
    {
        await using var app = await TestApp.Start();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/answer");
        app.Clock.Move(TimeSpan.FromMinutes(20));
        await browser.Press("answer", ("Answer", Written), ("Outcome", "Solved"));
        Assert.Equal("/sign-in", browser.At.AbsolutePath);
        Assert.DoesNotContain("62001234", browser.At.ToString(), StringComparison.Ordinal);
        Assert.Contains("已经保存好", browser.Text, StringComparison.Ordinal);
        Assert.Equal(MatterState.Handling, (await app.Row(matter)).State);

        var again = await app.As("city-lead");
        await again.Open(matter.Page() + "/answer");
        Assert.Equal(Written, again.Page.QuerySelector("textarea")!.TextContent);
        Assert.True(again.Page.QuerySelector("input[value=Solved]")!.HasAttribute("checked"));
        Assert.Contains("登录过期", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("有错误", again.Page.Title!, StringComparison.Ordinal);
        await again.Press("answer");
        Assert.Equal(MatterState.Answered, (await app.Row(matter)).State);
        Assert.Empty(await app.Get<KeptForms>().Of((await app.Given.Officer("city-lead")).Id!.Value));
    }

    [Fact]
    public async Task The_sign_in_goes_on_to_the_page_of_the_form_and_not_to_its_sending()
    {
        await using var app = await TestApp.Start();
        var browser = await app.As("clerk");
        await browser.Open("/console/intake");
        app.Clock.Move(TimeSpan.FromMinutes(20));
        await browser.Press("dispatch", ("Input.Body", "井盖坏了，走路要绕开。"), ("Input.Phone", "13800135521"));
        Assert.Contains("back=%2Fconsole%2Fintake&", browser.At.Query, StringComparison.Ordinal);
        var again = await app.As("clerk");
        await again.Open("/console/intake");
        Assert.Equal("井盖坏了，走路要绕开。", again.Page.QuerySelector("#Input_Body")!.TextContent);
        Assert.Equal("13800135521", again.Page.QuerySelector("#Input_Phone")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_kept_opens_for_its_officer_only_and_lies_sealed()
    {
        await using var app = await TestApp.Start();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/answer");
        app.Clock.Move(TimeSpan.FromMinutes(20));
        await browser.Press("answer", ("Answer", Written));
        var colleague = await app.As("city-handler");
        await colleague.Open(matter.Page() + "/answer");
        Assert.Equal("", colleague.Page.QuerySelector("textarea")!.TextContent);
        await using var db = app.Read();
        var row = Assert.Single(db.Set<KeptForm>());
        Assert.DoesNotContain("62001234", row.Sealed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_without_the_cookie_of_a_session_that_ended_by_time()
    {
        await using var app = await TestApp.Start();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/answer");
        var lead = await app.Given.Officer("city-lead");
        await app.Get<StaffSessions>().EndOthers(lead.Id!.Value, Guid.Empty, lead);
        await browser.Press("answer", ("Answer", Written));
        Assert.Equal("/sign-in", browser.At.AbsolutePath);
        Assert.DoesNotContain("已经保存好", browser.Text, StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Empty(db.Set<KeptForm>());
    }

    [Fact]
    public async Task A_draft_is_put_away_unchecked_listed_dropped_and_cleared_after_three_days()
    {
        await using var app = await TestApp.Start();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/answer");
        await browser.Press("draft", ("Answer", Written));
        Assert.Equal(matter.Page() + "/answer", browser.At.AbsolutePath);
        Assert.Equal(Written, browser.Page.QuerySelector("textarea")!.TextContent);
        await browser.Open("/console/drafts");
        Assert.Contains("答复", browser.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await browser.Open(matter.Page() + "/answer");
        await browser.Press("drop-draft");
        Assert.Equal("", browser.Page.QuerySelector("textarea")!.TextContent);
        await browser.Press("draft", ("Answer", Written));
        app.Clock.Move(TimeSpan.FromDays(3));
        await app.Get<ClearKeptForms>().Run(app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        await using var db = app.Read();
        Assert.Empty(db.Set<KeptForm>());
    }
}
