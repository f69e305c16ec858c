using System.Net;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.People;
using Lianxin.Tests.Portal;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Security;

/// <summary>Holes of other products in sessions, tokens and counters (docs/security/attack-classes.md), tried here.</summary>
public sealed class CveSessionTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await TestApp.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Cve_2026_9507_A_token_that_was_there_before_sign_in_is_none_after_it()
    {
        const string Planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        Assert.Equal(HttpStatusCode.SeeOther, (await _app.Ask("/console", Planted)).Status);
        var token = await _app.Session("city-lead");
        Assert.NotEqual(Planted, token);
        Assert.Equal(HttpStatusCode.SeeOther, (await _app.Ask("/console", Planted)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.Ask("/console", token)).Status);
        Assert.NotEqual(token, await _app.Session("city-lead"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("0")]
    public async Task Cve_2026_53595_An_empty_token_opens_nothing(string token)
    {
        var receipt = await _app.Given.Matter();
        Assert.Equal(HttpStatusCode.SeeOther, (await _app.Ask("/console", token)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await _app.Ask("/r/" + Uri.EscapeDataString(token))).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await _app.Ask("/sign-in/setup/" + Uri.EscapeDataString(token))).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await _app.Ask("/track/matter", null, null, ("Cookie", "lx-track=" + token))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.Ask("/api/v1/matters", null, null, ("Authorization", "Bearer " + token))).Status);
        var (status, _) = await _app.Send("/track", await _app.Form("/track"), [("Number", new MatterNumber(receipt.Number).Digits), ("Code", token)]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Cve_2026_107393_No_header_of_a_visitor_says_who_or_where_the_visitor_is()
    {
        (string, string)[] said =
        [
            ("X-Remote-User", "city-lead"), ("X-On-Behalf-Of", "city-lead"), ("REMOTE_USER", "city-lead"), ("X-Original-URL", "/console"), ("X-Rewrite-URL", "/console"),
            ("X-Forwarded-User", "city-lead"), ("From", "city-lead"), ("Authorization", "Basic Y2l0eS1sZWFkOng="),
        ];
        Assert.Equal(HttpStatusCode.SeeOther, (await _app.Ask("/console", null, null, said)).Status);
        var form = await _app.Form("/track");
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 61; i++)
        {
            var from = $"203.0.113.{i}";
            (last, _) = await _app.Send("/track", form, [("Number", "1"), ("Code", "1")], ("X-Forwarded-For", from), ("CF-Connecting-IP", from), ("True-Client-IP", from), ("X-Real-IP", from));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Cve_2021_38562_A_name_that_is_nobodys_gets_the_answer_of_a_wrong_password()
    {
        var form = await _app.Form("/sign-in");
        var known = await _app.Send("/sign-in", form, [("Account", "city-lead"), ("Password", "wrong-wrong-wrong")]);
        var nobody = await _app.Send("/sign-in", form, [("Account", "nobody-bb"), ("Password", "wrong-wrong-wrong")]);
        Assert.Equal(known.Status, nobody.Status);
        Assert.Equal(Plain(known.Text, "city-lead"), Plain(nobody.Text, "nobody-bb"));
    }

    [Fact]
    public async Task Cve_2022_35490_Tries_made_at_once_are_counted_like_tries_made_in_turn()
    {
        var receipt = await _app.Given.Matter();
        var number = new MatterNumber(receipt.Number).Digits;
        var wrong = receipt.Code == "123456" ? "654321" : "123456";
        var form = await _app.Form("/track");
        var tries = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _app.Send("/track", form, [("Number", number), ("Code", wrong)])));
        Assert.Equal(5, tries.Count(t => t.Status == HttpStatusCode.BadRequest));
        Assert.Equal(35, tries.Count(t => t.Status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _app.Send("/track", form, [("Number", number), ("Code", receipt.Code)])).Status);
    }

    [Fact]
    public async Task Cve_2022_35490_Reports_sent_at_once_from_one_address_are_counted_too()
    {
        var form = await _app.Form("/report");
        var tries = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => _app.Send("/report", form, [("Body", "路灯不亮")])));
        Assert.Equal(120, tries.Count(t => t.Status == HttpStatusCode.Redirect));
        Assert.Equal(30, tries.Count(t => t.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Cve_2022_35490_Passwords_tried_at_once_close_the_account_all_the_same()
    {
        var staff = await _app.Given.Officer("city-lead");
        var account = _app.Get<OfficerAccount>();
        var link = await account.MakeLink(staff.Id!.Value, LinkKind.SetUp, Actor.System(Via.Cli));
        await account.SetUp(link, Staff.Password, Totp.Code(account.SecretOf(link), Totp.StepOf(_app.Clock.GetUtcNow().UtcDateTime)), "test");
        var form = await _app.Form("/sign-in");
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _app.Send("/sign-in", form, [("Account", "city-lead"), ("Password", "wrong-wrong-wrong")])));
        Assert.All(tries, t => Assert.Equal(HttpStatusCode.BadRequest, t.Status));
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Send("/sign-in", form, [("Account", "city-lead"), ("Password", Staff.Password)])).Status);
        _app.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await _app.Send("/sign-in", form, [("Account", "city-lead"), ("Password", Staff.Password)])).Status);
    }

    [Fact]
    public async Task Cve_2023_47635_A_request_that_changes_something_needs_the_forms_own_token()
    {
        var session = await _app.Session("city-lead");
        var before = await _app.Facts();
        var form = await _app.Form("/report");
        FormUrlEncodedContent Body(string? token) => new(new Dictionary<string, string> { ["Session"] = "all", ["_form"] = token ?? "" });
        foreach (var token in new[] { null, "x", form.Token })
        {
            var (status, _, _) = await _app.Ask("/sign-out", session, Body(token), ("Cookie", form.Cookie));
            Assert.Equal(HttpStatusCode.BadRequest, status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await _app.Ask("/sign-out", session, Body(form.Token), ("Sec-Fetch-Site", "cross-site"))).Status);
        await _app.Ask("/sign-out", session);
        Assert.Equal(HttpStatusCode.OK, (await _app.Ask("/console", session)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.Ask("/api/v1/matters", session, AttackedOffice.Json("""{"body":"灯"}"""))).Status);
        Assert.Equal(before, await _app.Facts());
    }

    [Fact]
    public async Task Cve_2023_47634_One_word_of_the_person_sent_many_times_at_once_counts_once()
    {
        var receipt = await _app.Given.Answered();
        var path = "/r/" + receipt.Link;
        var (_, page, answer) = await _app.Ask(path);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lx-form", StringComparison.Ordinal)).Split(';')[0];
        var browser = await _app.Browser().Open(path);
        var fields = browser.Page.QuerySelectorAll("form").First(f => f.QuerySelector("[data-action=verdict]") is not null).QuerySelectorAll("input[type=hidden]")
            .Where(i => i.GetAttribute("name") != "_form").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToList();
        var action = browser.Page.QuerySelectorAll("form").First(f => f.QuerySelector("[data-action=verdict]") is not null).GetAttribute("action") ?? path;
        var token = page.Split("name=\"_form\" type=\"hidden\" value=\"")[1].Split('"')[0];
        var before = await _app.Facts();
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _app.Send(action, (cookie, token), [.. fields, ("Verdict", "solved"), ("Reason", "好了")])));
        Assert.All(all, a => Assert.True((int)a.Status < 500));
        await using var db = _app.Read();
        var matter = await db.Matters.SingleAsync(m => m.Number == receipt.Number, Stop);
        Assert.Equal((MatterState.Closed, MatterVerdict.Solved), (matter.State, matter.Verdict));
        Assert.InRange(await _app.Facts() - before, 1, 2);
    }

    // The name typed, the token and the sealed question for a passkey differ; nothing else may.
    private static string Plain(string html, string account) => string.Join('\n', AttackedOffice.MainOf(html)
        .Split('\n').Where(l => !l.Contains("_form", StringComparison.Ordinal) && !l.Contains("name=\"State\"", StringComparison.Ordinal)
            && !l.Contains("data-lx-passkey=", StringComparison.Ordinal)))
        .Replace(account, "", StringComparison.Ordinal);
}
