using System.Net;
using Lianxin.Exchange;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Exchange;

public sealed class ImportPageTests
{
    private static (string, byte[])[] File(string csv) => [("表格.csv", Imports.Bytes(csv))];

    private static string StateOf(Browser browser) => browser.Page.QuerySelector("[data-state]")!.GetAttribute("data-state")!;

    private static async Task<Browser> Uploaded(TestApp app, string csv)
    {
        var browser = await app.As("coordinator");
        await browser.Open("/console/import");
        return await browser.Upload("upload", "Upload", File(csv));
    }

    [Fact]
    public async Task From_the_file_over_columns_dry_run_and_run_to_the_undo_by_buttons_only()
    {
        await using var app = await TestApp.Start();
        var browser = await Uploaded(app, Imports.Open(25) + "M99,U,没有时间,,内容\n");
        Assert.Equal(20, browser.Page.QuerySelectorAll("tr[data-row]").Length);
        await browser.Press("preview", ("Unit", (await app.Given.Unit("centre")).ToString()));
        Assert.NotEmpty(browser.Page.QuerySelectorAll(".lx-callout"));
        await browser.Press("check");
        Assert.Equal("checking", StateOf(browser));
        await app.Work();
        await browser.Follow("refresh");
        Assert.Equal("checked", StateOf(browser));
        Assert.Single(browser.Page.QuerySelectorAll("tr[data-fault='27']"));
        await using (var db = app.Read())
        {
            Assert.Equal(0, await db.Matters.CountAsync(TestContext.Current.CancellationToken));
        }

        await browser.Press("run");
        Assert.Equal("running", StateOf(browser));
        await app.Work();
        await browser.Open("/console");
        await browser.Follow("job");
        Assert.Equal("done", StateOf(browser));
        await browser.Open("/console");
        Assert.Empty(browser.Page.QuerySelectorAll("[data-action=job]"));

        await browser.Open("/console/import");
        await browser.Open(browser.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        var job = browser.At.ToString();
        await browser.Follow("ask-undo");
        await browser.Press("undo");
        await app.Work();
        await browser.Open(job);
        Assert.Equal("undone", StateOf(browser));
        await using var after = app.Read();
        Assert.Equal(25, await after.Matters.CountAsync(m => m.Outcome == MatterOutcome.EnteredInError, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_bad_file_is_refused_beside_its_field()
    {
        await using var app = await TestApp.Start();
        var browser = await app.As("coordinator");
        await browser.Open("/console/import");
        await browser.Press("upload");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Upload-error"));
        await browser.Open("/console/import");
        await browser.Upload("upload", "Upload", [("信.pdf", "%PDF-1.7"u8.ToArray())]);
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("xlsx", browser.Page.QuerySelector("#Upload-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_columns_of_one_meaning_and_an_officer_of_another_unit_are_refused_with_everything_kept()
    {
        await using var app = await TestApp.Start();
        var browser = await Uploaded(app, Imports.Open(1));
        await browser.Press("check", ("Meaning[1]", "title"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("[id='Meaning_2_-error']"));
        await browser.Press("check", ("Meaning[1]", ""), ("Officer", (await app.Given.Officer("water-lead")).Id!.Value.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Officer-error"));
        Assert.Equal("title", browser.Page.QuerySelector("[name='Meaning[2]'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_persons_import_is_not_there_and_an_administrator_sees_how_far_it_is_but_not_its_file()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Open(1) + "M9,U,没有时间,,内容\n");
        await app.Get<PeopleDesk>().Add(new AddOfficer { Code = "other", Name = "测试寅", Unit = await app.Given.Unit("lead"), Roles = [Roles.Coordinator], On = new DateOnly(2026, 1, 1) }, Lianxin.Foundation.Actor.System());
        await app.Get<PeopleDesk>().Add(new AddOfficer { Code = "keeper", Name = "测试卯", Unit = await app.Given.Unit("lead"), Roles = [Roles.SystemAdmin], On = new DateOnly(2026, 1, 1) }, Lianxin.Foundation.Actor.System());
        var other = await app.As("other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/jobs/{run.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/console/import/{run.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/jobs/{run.Id}/faults")).Status);
        var keeper = await app.As("keeper");
        Assert.Equal(HttpStatusCode.OK, (await keeper.Open($"/jobs/{run.Id}")).Status);
        Assert.Empty(keeper.Page.QuerySelectorAll("[data-action=faults]"));
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.Open($"/jobs/{run.Id}/faults")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As("clerk")).Open("/console/import")).Status);
    }

    [Fact]
    public async Task The_backlog_gives_out_several_rows_each_with_its_result_and_one_by_its_page_with_its_slip()
    {
        await using var app = await TestApp.Start();
        await app.Import(Imports.Open(52));
        var browser = await app.As("centre-lead");
        await browser.Open("/console/triage");
        Assert.Empty(browser.Page.QuerySelectorAll("tr[data-number]"));
        await browser.Open("/console/matters");
        Assert.Empty(browser.Page.QuerySelectorAll("input[name=pick]"));
        await browser.Open("/console/backlog");
        var first = browser.Page.QuerySelectorAll("input[name=pick]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.Equal(50, first.Count);
        await browser.Open(browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(2, browser.Page.QuerySelectorAll("input[name=pick]").Length);

        await browser.Open($"/console/matters/bulk?act=take_up&pick={first[0]}&pick={first[1]}");
        await app.Get<MatterBacklog>().TakeUp(new MatterRef(long.Parse(first[1], System.Globalization.CultureInfo.InvariantCulture)), await app.Given.Officer("centre-lead"));
        await browser.Press("bulk");
        Assert.Equal("ok skipped", string.Join(' ', browser.Page.QuerySelectorAll("[data-result]").Select(r => r.GetAttribute("data-result")).Order()));
        await browser.Open("/console/triage");
        Assert.Equal(2, browser.Page.QuerySelectorAll("tr[data-number]").Length);

        await browser.Open($"/console/matters/{first[2]}");
        Assert.True(browser.Status == HttpStatusCode.OK, browser.Text);
        await browser.Follow("slip");
        await browser.Press("hand");
        Assert.Matches("[0-9]{3} ?[0-9]{3}", browser.Page.QuerySelector(".lx-receipt")!.TextContent);
        await browser.Open($"/console/matters/{first[2]}/take-up");
        await browser.Press("take_up");
        await using var db = app.Read();
        Assert.Equal(3, await db.Matters.CountAsync(m => m.TakenUpAt != null && m.DueOn != null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_person_finds_the_old_answer_by_number_and_code_and_says_whether_it_helped()
    {
        await using var app = await TestApp.Start();
        await app.Import(Imports.Header + ",答复意见,答复时间\nM1,U1,公交站牌看不清,2019/3/1,站牌上的字掉了。,已更换站牌。,2019/3/5\n");
        await using var db = app.Read();
        var row = await db.Matters.SingleAsync(TestContext.Current.CancellationToken);
        var code = await app.Journal.Write(Lianxin.Foundation.Actor.System(), async work =>
            (await app.Get<Lianxin.Vault.ContactVault>().Look(work, row.Number, "test", "test"))["code"]);
        var person = app.Browser();
        await person.Open("/track");
        await person.Press("track", ("Number", row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Code", code));
        Assert.Contains("已更换站牌。", person.Text, StringComparison.Ordinal);
        Assert.Contains("2019", person.Text, StringComparison.Ordinal);
        await person.Press("verdict", ("Verdict", "solved"));
        await using var after = app.Read();
        Assert.Equal((MatterState.Closed, MatterVerdict.Solved), await after.Matters.Select(m => new { m.State, m.Verdict }).SingleAsync(TestContext.Current.CancellationToken) is var m ? (m.State, m.Verdict!.Value) : default);
    }
}
