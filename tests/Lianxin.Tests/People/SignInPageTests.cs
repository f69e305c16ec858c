using System.Net;
using Lianxin.People;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.People;

public sealed class SignInPageTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Staff _staff = null!;
    private Guid _security;
    private Guid _handler;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartEmpty();
        _staff = await Staff.Make(_app);
        _security = await _staff.Add("security", _staff.Lead, Roles.SecurityAdmin);
        await _staff.Add("head", _staff.Department, Roles.UnitLead);
        _handler = await _staff.Add("handler", _staff.Department, Roles.Handler);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_account_is_set_up_by_its_link_and_signs_in_with_password_and_code()
    {
        var admin = await _staff.Browser(_security);
        await admin.Open($"/console/people/{_handler}/change");
        await admin.Press("link");
        var link = new Uri(admin.Page.QuerySelector("[data-link]")!.TextContent).AbsolutePath;
        await admin.Open($"/console/people/{_handler}/change");
        Assert.Null(admin.Page.QuerySelector("[data-link]"));

        var own = _app.Browser();
        await own.Open(link);
        var secret = FromBase32(own.Page.QuerySelector("p.lx-num")!.TextContent);
        await own.Press("set-up", ("Password", "short"), ("Code", _staff.Code(secret)));
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.NotNull(own.Page.QuerySelector("#Password-error"));
        await own.Press("set-up", ("Password", Staff.Password), ("Code", _staff.Code(secret)));
        Assert.Equal("/console", own.At.AbsolutePath);
        await own.Open("/console/account");
        await own.Follow("sign-out");
        await own.Press("sign-out");
        await own.Open(link);
        Assert.Equal(HttpStatusCode.Gone, own.Status);

        _app.Clock.Move(TimeSpan.FromMinutes(1));
        await own.Open("/console/units");
        Assert.Equal("/sign-in", own.At.AbsolutePath);
        await own.Press("next", ("Account", "handler"), ("Password", "wrong-wrong-wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, own.Status);
        var wrong = own.Page.QuerySelector(".lx-error")!.TextContent;
        await own.Press("next", ("Account", "nobody"), ("Password", "wrong-wrong-wrong"));
        Assert.Equal(wrong, own.Page.QuerySelector(".lx-error")!.TextContent);
        Assert.Equal("nobody", own.Page.QuerySelector("#Account")!.GetAttribute("value"));
        Assert.Equal("", own.Page.QuerySelector("#Password")!.GetAttribute("value"));
        await own.Press("next", ("Account", "handler"), ("Password", Staff.Password));
        Assert.Equal("/sign-in/code", own.At.AbsolutePath);
        await own.Press("sign-in", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, own.Status);
        await own.Press("sign-in", ("Code", _staff.Code(secret)));
        Assert.Equal("/console/units", own.At.AbsolutePath);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        await _staff.SetUp(_handler);
        var own = _app.Browser();
        await own.Open("/sign-in");
        await own.Press("next", ("Account", "handler"), ("Password", Staff.Password));
        await own.Open("/console/account");
        Assert.Equal("/sign-in", own.At.AbsolutePath);
    }

    [Fact]
    public async Task A_link_in_back_never_leads_off_the_site()
    {
        var (_, secret) = await _staff.SetUp(_handler);
        _app.Clock.Move(TimeSpan.FromMinutes(1));
        var own = _app.Browser();
        await own.Open("/sign-in?back=https://evil.example/");
        await own.Press("next", ("Account", "handler"), ("Password", Staff.Password));
        await own.Press("sign-in", ("Code", _staff.Code(secret)));
        Assert.Equal("/console", own.At.AbsolutePath);
    }

    [Fact]
    public async Task Roles_and_sessions_taken_away_act_on_the_next_request()
    {
        var admin = await _staff.Browser(_security);
        var own = await _staff.Browser(_handler);
        await own.Open("/console/units/add");
        Assert.Equal(HttpStatusCode.Forbidden, own.Status);
        await _app.Get<PeopleDesk>().ChangeRoles(_handler, 1, [Roles.SystemAdmin], Staff.Start, Staff.System);
        await own.Open("/console/units/add");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        await admin.Open($"/console/people/{_handler}/change");
        var head = (await _staff.People()).ByCode("head")!.Id;
        await admin.Press("deactivate", ("Off.Successor", head.ToString()));
        await own.Open("/console/units/add");
        Assert.Equal("/sign-in", own.At.AbsolutePath);
    }

    [Fact]
    public async Task One_sees_the_own_sessions_and_ends_the_others()
    {
        var here = await _staff.Browser(_handler);
        var there = await _staff.Browser(_handler);
        await here.Open("/console/account");
        await here.Press("end");
        Assert.Contains("已退出所选的登录", here.Text, StringComparison.Ordinal);
        await there.Open("/console/account");
        Assert.Equal("/sign-in", there.At.AbsolutePath);
        await here.Open("/console/account");
        Assert.Equal("/console/account", here.At.AbsolutePath);
    }

    [Fact]
    public async Task The_session_cookie_is_unseen_by_script_and_bound_to_the_host_on_https()
    {
        foreach (var (scheme, name) in new[] { ("http", "lx-session="), ("https", "__Host-lx-session=") })
        {
            using var client = _app.Client();
            client.BaseAddress = new Uri($"{scheme}://localhost/");
            var link = await _app.Get<OfficerAccount>().MakeLink(_handler, LinkKind.SignIn, Staff.System);
            using var page = await client.GetAsync(new Uri($"/sign-in/setup/{link}", UriKind.Relative), TestContext.Current.CancellationToken);
            var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var token = html.Split("name=\"_form\" type=\"hidden\" value=\"")[1].Split('"')[0];
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/sign-in/setup/{link}") { Content = new FormUrlEncodedContent([new("_form", token)]) };
            request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(name, StringComparison.Ordinal));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(scheme == "https", cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = _app.Client();
        using var answer = await client.PostAsync(
            new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([new("Account", "handler"), new("Password", Staff.Password)]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static byte[] FromBase32(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Where(Alphabet.Contains).Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
