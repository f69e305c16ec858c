using System.Net;
using System.Text.RegularExpressions;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Tests.People;

public sealed partial class AccessMatrixTests(AccessMatrixTests.Office office) : IClassFixture<AccessMatrixTests.Office>
{
    public static TheoryData<string> EveryRole => [.. Roles.Staff];

    [Fact]
    public void Every_route_of_the_running_site_stands_in_the_matrix()
    {
        var missing = Routes().Where(r => r.Methods.Any(m => AccessMatrix.Find(r.Route, m) is null));
        Assert.Empty(missing.Select(r => $"{r.Route} {string.Join(' ', r.Methods)}"));
    }

    [Fact]
    public void Every_line_of_the_matrix_is_a_route_and_stands_once()
    {
        var routes = Routes().Select(r => r.Route).ToHashSet();
        Assert.All(AccessMatrix.Rows, r => Assert.Contains(r.Route, routes));
        var cells = AccessMatrix.Rows.SelectMany(r => r.Methods.Split(' ').Select(m => $"{m} {r.Route}")).ToList();
        Assert.Equal(cells.Distinct(), cells);
        Assert.All(AccessMatrix.Rows.SelectMany(r => r.Roles), r => Assert.True(Roles.All.Contains(r) || r.StartsWith("key:", StringComparison.Ordinal), r));
    }

    [Fact]
    public void A_route_without_a_line_is_closed_to_everybody() => Assert.Null(AccessMatrix.Find("/console/nothing", "GET"));

    [Theory, MemberData(nameof(EveryRole))]
    public async Task A_role_opens_what_the_matrix_says_and_nothing_else(string role)
    {
        using var client = office.App.Client();
        foreach (var row in AccessMatrix.Rows.Where(r => r.Takes("GET")))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Sample(row.Route));
            request.Headers.Add("Cookie", $"{SessionCookie.PlainName}={office.Tokens[role]}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (NeedsKey(row))
            {
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                continue;
            }

            Assert.True(
                row.Roles.Contains(role) != (answer.StatusCode == HttpStatusCode.Forbidden), $"{role} at {row.Route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Anybody_is_sent_to_sign_in_and_back()
    {
        using var client = office.App.Client();
        foreach (var row in AccessMatrix.Rows.Where(r => r.Takes("GET")))
        {
            using var answer = await client.GetAsync(Sample(row.Route), TestContext.Current.CancellationToken);
            if (NeedsKey(row))
            {
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                continue;
            }

            var sent = answer.Headers.Location?.OriginalString.StartsWith("/sign-in?back=", StringComparison.Ordinal) == true;
            Assert.True(row.Roles.Contains(Roles.Anonymous) != sent, $"{row.Route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_post_without_the_role_changes_nothing()
    {
        using var client = office.App.Client();
        foreach (var row in AccessMatrix.Rows.Where(r => r.Takes("POST") && !r.Roles.Contains(Roles.Handler)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Sample(row.Route)) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("Cookie", $"{SessionCookie.PlainName}={office.Tokens[Roles.Handler]}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(NeedsKey(row) ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_page_one_may_not_open_says_which_role_is_needed_and_who_grants_it()
    {
        var browser = await office.Staff.Browser(office.Officers[Roles.Handler]);
        await browser.Open("/console/units/add");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("系统管理员", browser.Text, StringComparison.Ordinal);
        Assert.Contains("某r-security-admin（区社会工作部）", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_does_not_exist_is_not_found()
    {
        var browser = await office.Staff.Browser(office.Officers[Roles.SecurityAdmin]);
        await browser.Open($"/console/people/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    // No session of an officer opens the interface of programs; each of its routes is tried with every scope elsewhere.
    private static bool NeedsKey(AccessRow row) => row.Roles.All(r => r.StartsWith("key:", StringComparison.Ordinal));

    private IEnumerable<(string Route, string[] Methods)> Routes() => office.App.Get<IEnumerable<EndpointDataSource>>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Select(e => (AccessMatrix.Normal(e.RoutePattern.RawText), e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.ToArray() ?? ["GET"]));

    private static Uri Sample(string route) => new(Parameter().Replace(route, match => match.Groups[1].Value switch
    {
        ":guid" => "0197a3b0-0000-7000-8000-000000000000",
        ":int" => "404",
        _ => "990101001010",
    }), UriKind.Relative);

    [GeneratedRegex(@"\{\*{0,2}\w+(:\w+)?\??\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    public sealed class Office : IAsyncLifetime
    {
        public TestApp App { get; private set; } = null!;

        public Dictionary<string, string> Tokens { get; } = [];

        public Dictionary<string, Guid> Officers { get; } = [];

        internal Staff Staff { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await TestApp.StartEmpty();
            Staff = await Staff.Make(App);
            foreach (var role in Roles.Staff)
            {
                Officers[role] = await Staff.Add("r-" + role.Replace('_', '-'), Staff.Lead, role);
                Tokens[role] = await Staff.Token(Officers[role]);
            }
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
