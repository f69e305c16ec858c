using System.Net;
using System.Text.RegularExpressions;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Api;

public sealed partial class ApiKeysTests(TestApp app) : IClassFixture<TestApp>
{
    private static IEnumerable<AccessRow> Keyed => AccessMatrix.Rows.Where(r => r.Route.StartsWith("/api/", StringComparison.Ordinal) && !r.Roles.Contains(Roles.Anonymous));

    [Fact]
    public async Task Each_route_opens_to_its_scopes_and_to_no_other()
    {
        foreach (var scope in KeyScopes.All)
        {
            using var caller = await Caller.With(app, "city", scope);
            foreach (var row in Keyed)
            {
                await Call(caller, row);
                Assert.True(
                    row.Roles.Contains(KeyScopes.Role(scope)) == (caller.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)),
                    $"{scope} at {row.Methods} {row.Route}: {caller.Status}");
                if (caller.Status == HttpStatusCode.Forbidden)
                {
                    Assert.Equal("key.scope", caller.Code);
                }
            }
        }
    }

    [Fact]
    public async Task Without_a_key_that_opens_something_every_route_answers_401()
    {
        var (_, expiredSecret) = await Caller.Issue(app, "city", KeyScopes.All, days: 0);
        var (revoked, revokedSecret) = await Caller.Issue(app, "city", KeyScopes.All);
        await app.Get<ApiKeyDesk>().Revoke(revoked, Actor.System(Via.Cli));
        app.Clock.Move(TimeSpan.FromDays(1));
        foreach (var (secret, code) in new[] { (null, "key.missing"), ("lxk_nothing", "key.wrong"), (expiredSecret, "key.expired"), (revokedSecret, "key.revoked") })
        {
            using var caller = new Caller(app.Client(), secret);
            foreach (var row in Keyed)
            {
                await Call(caller, row);
                Assert.Equal((HttpStatusCode.Unauthorized, code), (caller.Status, caller.Code));
                Assert.Equal("Bearer", caller.Answer.Headers.WwwAuthenticate.Single().Scheme);
            }
        }
    }

    [Fact]
    public async Task A_revoked_key_fails_at_the_very_next_request()
    {
        var (id, secret) = await Caller.Issue(app, "city", [KeyScopes.Read]);
        using var caller = new Caller(app.Client(), secret);
        Assert.Equal(HttpStatusCode.OK, (await caller.Get("/api/v1/units")).Status);
        await app.Get<ApiKeyDesk>().Revoke(id, Actor.System(Via.Cli));
        Assert.Equal((HttpStatusCode.Unauthorized, "key.revoked"), ((await caller.Get("/api/v1/units")).Status, caller.Code));
    }

    [Fact]
    public async Task The_keys_of_a_unit_end_with_it()
    {
        await using var own = await TestApp.Start();
        var desk = own.Get<UnitDesk>();
        var unit = await desk.AddUnit(new AddUnit { Code = "gone", Kind = "department", Name = "撤并单位", Parent = await own.Given.Unit("city"), Place = TestTown.District, On = new DateOnly(2024, 1, 1) }, Actor.System(Via.Cli));
        var secret = await Caller.Key(own, "gone", KeyScopes.Read);
        await desk.CloseUnit(unit, 1, await own.Given.Unit("city"), ShanghaiTime.DayOf(own.Clock.GetUtcNow().UtcDateTime), Actor.System(Via.Cli));
        using var caller = new Caller(own.Client(), secret);
        Assert.Equal("key.revoked", (await caller.Get("/api/v1/units")).Code);
    }

    [Fact]
    public async Task A_session_of_an_officer_opens_nothing_here()
    {
        var browser = await app.As("city-lead");
        await browser.Open("/api/v1/matters");
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
    }

    [Fact]
    public async Task Beyond_its_requests_a_minute_a_key_waits_and_others_do_not()
    {
        var (_, secret) = await Caller.Issue(app, "city", [KeyScopes.Read], perMinute: 3);
        using var caller = new Caller(app.Client(), secret);
        for (var left = 2; left >= 0; left--)
        {
            await caller.Get("/api/v1/channels");
            Assert.Equal((HttpStatusCode.OK, "3", left.ToString(System.Globalization.CultureInfo.InvariantCulture)), (caller.Status, Header(caller, "RateLimit-Limit"), Header(caller, "RateLimit-Remaining")));
        }

        await caller.Get("/api/v1/channels");
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate.exceeded"), (caller.Status, caller.Code));
        Assert.InRange(caller.Answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var other = await Caller.With(app, "city", KeyScopes.Read);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/api/v1/channels")).Status);
    }

    [Fact]
    public async Task The_system_administrator_issues_a_key_sees_it_once_and_revokes_it()
    {
        await using var own = await TestApp.Start();
        await own.Get<PeopleDesk>().Add(
            new AddOfficer { Code = "keeper", Name = "测试卯", Unit = await own.Given.Unit("lead"), Roles = [Roles.SystemAdmin], On = new DateOnly(2024, 1, 1) }, Actor.System(Via.Cli));
        var browser = await own.As("keeper");
        await browser.Open("/console/settings");
        await browser.Follow("keys");
        await browser.Follow("add");
        var city = (await own.Given.Unit("city")).ToString();
        await browser.Press("issue", ("Input.Name", ""), ("Input.Unit", city), ("Input.Scopes", KeyScopes.Read));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("issue", ("Input.Name", "街道小程序"), ("Input.Unit", city), ("Input.Scopes", KeyScopes.Read), ("Input.LastOn", "2029-01-01"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press("issue", ("Input.Name", "街道小程序"), ("Input.Unit", city), ("Input.Scopes", KeyScopes.Read), ("Input.LastOn", "2026-12-31"));
        var secret = browser.Page.QuerySelector("[data-secret]")!.TextContent;
        Assert.StartsWith(ApiKeyDesk.Start, secret, StringComparison.Ordinal);
        using var caller = new Caller(own.Client(), secret);
        Assert.Equal(HttpStatusCode.OK, (await caller.Get("/api/v1/units")).Status);

        await browser.Open("/console/settings/keys");
        Assert.Contains("街道小程序", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, browser.Text, StringComparison.Ordinal);
        await browser.Open(browser.Page.QuerySelector("th a")!.GetAttribute("href")!);
        Assert.DoesNotContain(secret, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await browser.Press("revoke");
        Assert.Contains("已撤销", browser.Text, StringComparison.Ordinal);
        Assert.Equal("key.revoked", (await caller.Get("/api/v1/units")).Code);
    }

    [Fact]
    public async Task No_secret_stands_in_the_database_and_both_facts_in_the_journal()
    {
        var (id, secret) = await Caller.Issue(app, "city", [KeyScopes.Read]);
        await app.Get<ApiKeyDesk>().Revoke(id, Actor.System(Via.Cli));
        await using var db = app.Read();
        Assert.DoesNotContain(await db.Set<Wording>().Select(w => w.Value).ToListAsync(TestContext.Current.CancellationToken), w => w?.Contains(secret, StringComparison.Ordinal) == true);
        var types = (await db.FactEntries.OrderByDescending(e => e.Seq).Take(2).Select(e => e.Bytes).ToListAsync(TestContext.Current.CancellationToken))
            .Select(b => Lianxin.Ledger.EntryReader.Read(b).Entry.Type);
        Assert.Equal(["key.revoked", "key.issued"], types);
        await Assert.ThrowsAsync<RefusedException>(() => app.Get<ApiKeyDesk>().Revoke(id, Actor.System(Via.Cli)));
    }

    private static string Header(Caller caller, string name) => caller.Answer.Headers.GetValues(name).Single();

    private static Task<Caller> Call(Caller caller, AccessRow row)
    {
        var path = Parameter().Replace(row.Route, m => m.Value == "{step}" ? "note" : "260000000013");
        return row.Methods == "GET" ? caller.Get(path) : caller.Post(path, "{}");
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
