using System.Net;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Api;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Security;

/// <summary>What every answer says to a browser, whatever it is an answer to.</summary>
public sealed class HeaderTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/report")]
    [InlineData("/track")]
    [InlineData("/sign-in")]
    [InlineData("/nothing/here")]
    [InlineData("/console/matters")]
    [InlineData("/r/not-a-link")]
    [InlineData("/api/v1/matters")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/nothing")]
    [InlineData("/error/500")]
    [InlineData("/healthz")]
    public async Task Every_answer_tells_the_browser_to_run_nothing_of_its_own(string path)
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.True(policy.Contains("object-src 'none'", StringComparison.Ordinal) || policy.Contains("default-src 'none'", StringComparison.Ordinal), policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        Assert.Equal(path == "/api/v1/openapi.json", answer.Headers.CacheControl?.NoStore != true);
    }

    [Fact]
    public async Task A_page_of_a_persons_matter_is_kept_by_nobody()
    {
        var receipt = await app.Given.Matter();
        using var client = app.Client();
        foreach (var path in new[] { $"/r/{receipt.Link}", $"/r/{receipt.Link}/why", "/report/where?d=x" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.True(answer.Headers.CacheControl?.NoStore, path);
        }
    }

    [Fact]
    public async Task Only_on_https_the_browser_is_told_to_come_back_by_https_only()
    {
        foreach (var (scheme, told) in new[] { ("http", false), ("https", true) })
        {
            using var client = app.Client();
            using var answer = await client.GetAsync(new Uri($"{scheme}://localhost/"), Stop);
            Assert.Equal(told, answer.Headers.Contains("Strict-Transport-Security"));
            if (told)
            {
                Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
            }
        }
    }

    [Fact]
    public async Task Every_cookie_on_https_is_held_to_this_host_by_its_name()
    {
        using var client = app.Client();
        client.BaseAddress = new Uri("https://localhost/");
        var set = new List<string>();
        foreach (var path in new[] { "/report", "/track", "/sign-in", "/?lang=en", "/?mode=senior" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            set.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
        }

        Assert.Contains(set, c => c.StartsWith("__Host-lx-form=", StringComparison.Ordinal));
        Assert.Contains(set, c => c.StartsWith("__Host-lx-lang=", StringComparison.Ordinal));
        Assert.All(set, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
            Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
            Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_matter_tracked_on_https_is_opened_by_a_cookie_for_that_path_only()
    {
        var receipt = await app.Given.Matter();
        using var client = app.Client();
        client.BaseAddress = new Uri("https://localhost/");
        using var page = await client.GetAsync(new Uri("/track", UriKind.Relative), Stop);
        var form = page.Headers.GetValues("Set-Cookie").Single(c => c.Contains("lx-form", StringComparison.Ordinal)).Split(';')[0];
        var token = (await page.Content.ReadAsStringAsync(Stop)).Split("name=\"_form\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var post = new HttpRequestMessage(HttpMethod.Post, "/track");
        post.Headers.Add("Cookie", form);
        post.Content = new FormUrlEncodedContent([new("_form", token), new("Number", new MatterNumber(receipt.Number).Digits), new("Code", receipt.Code)]);
        using var opened = await client.SendAsync(post, Stop);
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Secure-", StringComparison.Ordinal));
        Assert.Contains("path=/track", cookie, StringComparison.Ordinal);
        using var own = new HttpRequestMessage(HttpMethod.Get, "/track/matter");
        own.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var matter = await client.SendAsync(own, Stop);
        Assert.Equal(HttpStatusCode.OK, matter.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", 403)]
    [InlineData("same-site", 403)]
    [InlineData("something-else", 403)]
    [InlineData("same-origin", 400)]
    [InlineData("none", 400)]
    public async Task A_form_sent_from_another_site_is_refused_before_its_token_is_looked_at(string from, int status)
    {
        using var client = app.Client();
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("Account", "x")]) };
        post.Headers.Add("Sec-Fetch-Site", from);
        using var answer = await client.SendAsync(post, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_link_from_another_site_still_opens_a_page()
    {
        using var client = app.Client();
        using var get = new HttpRequestMessage(HttpMethod.Get, "/track");
        get.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await client.SendAsync(get, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_one_may_not_see_and_what_is_not_there_are_answered_by_the_same_bytes()
    {
        var mine = await app.Given.Handled("city");
        var stranger = await app.As("street-lead");
        await stranger.Open(mine.Page());
        var hidden = (stranger.Status, Shown(stranger, mine.Page()));
        var absent = $"/console/matters/{MatterNumber.Make(2026, 87_654_321).Digits}";
        await stranger.Open(absent);
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal(hidden, (stranger.Status, Shown(stranger, absent)));
        using var program = await Caller.With(app, "street", KeyScopes.Read);
        await program.Get($"/api/v1/matters/{new MatterNumber(mine.Number).Digits}");
        var first = (program.Status, System.Text.Encoding.UTF8.GetString(program.Bytes));
        await program.Get($"/api/v1/matters/{MatterNumber.Make(2026, 87_654_321).Digits}");
        Assert.Equal(first, (program.Status, System.Text.Encoding.UTF8.GetString(program.Bytes)));
    }

    // The page's own address stands in its links to other languages, and each error has its own reference.
    private static string Shown(Browser browser, string path) =>
        browser.Page.QuerySelector("main")!.TextContent.Replace(path, "", StringComparison.Ordinal)
            .Replace(browser.Page.QuerySelector("main .lx-num")!.TextContent, "", StringComparison.Ordinal);
}
