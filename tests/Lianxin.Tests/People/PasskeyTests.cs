using System.Net;
using Lianxin.People;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.People;

public sealed class PasskeyTests : IAsyncLifetime
{
    private readonly SoftKey _key = new();
    private TestApp _app = null!;
    private Staff _staff = null!;
    private Guid _officer;
    private Guid _head;
    private Browser _own = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartEmpty();
        _staff = await Staff.Make(_app);
        _head = await _staff.Add("head", _staff.Department, Roles.UnitLead);
        _officer = await _staff.Add("handler", _staff.Department, Roles.Handler);
        _own = await _staff.Browser(_officer);
        await Add(_own, _key, "窗口电脑");
    }

    public ValueTask DisposeAsync()
    {
        _key.Dispose();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task A_passkey_is_named_listed_and_opens_a_session_that_can_be_ended_at_once()
    {
        Assert.Contains("窗口电脑", _own.Text, StringComparison.Ordinal);
        var browser = await SignIn(_key, "/console/units");
        Assert.Equal("/console/units", browser.At.AbsolutePath);
        await using var db = _app.Read();
        Assert.Equal(1, (await db.PasskeyUses.SingleAsync(TestContext.Current.CancellationToken)).Counter);
        await _app.Get<StaffSessions>().EndOthers(_officer, Guid.Empty, Staff.System);
        await browser.Open("/console/units");
        Assert.Equal("/sign-in", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task An_answer_opens_once()
    {
        var browser = await Asked();
        var (question, state) = Question(browser);
        var answer = _key.Answer(question);
        await browser.Press("passkey", ("Credential", answer));
        Assert.Equal("/console", browser.At.AbsolutePath);
        var other = await Asked();
        _key.Counter++;
        await Refused(await other.Press("passkey", ("State", state), ("Credential", answer)));
        await Refused(await (await Asked()).Press("passkey", ("State", state), ("Credential", _key.Answer(question))));
    }

    [Fact]
    public async Task An_answer_comes_within_half_an_hour()
    {
        var browser = await Asked();
        var answer = _key.Answer(Question(browser).Options);
        _app.Clock.Move(TimeSpan.FromMinutes(31));
        await Refused(await browser.Press("passkey", ("Credential", answer)));
        Assert.Equal("/console", (await SignIn(_key)).At.AbsolutePath);
    }

    [Theory]
    [InlineData("https://lianxin.example")]
    [InlineData("http://localhost.example")]
    [InlineData("https://evil.localhost")]
    [InlineData("null")]
    public async Task Another_origin_opens_nothing(string origin)
    {
        _key.Origin = origin;
        await Refused(await SignIn(_key));
    }

    [Fact]
    public async Task A_passkey_that_asks_for_no_finger_or_number_opens_nothing()
    {
        _key.Verified = false;
        await Refused(await SignIn(_key));
    }

    [Fact]
    public async Task A_passkey_that_names_another_officer_opens_nothing()
    {
        _key.UserHandle = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(_head.ToString("N")));
        await Refused(await SignIn(_key));
    }

    [Fact]
    public async Task A_copied_authenticator_whose_counter_stands_opens_nothing()
    {
        _key.Counter = 6;
        await SignIn(_key);
        _key.Counter = 6;
        await Refused(await SignIn(_key));
        _key.Counter = 7;
        Assert.Equal("/console", (await SignIn(_key)).At.AbsolutePath);
    }

    [Fact]
    public async Task An_unknown_key_and_garbage_open_nothing()
    {
        using var stranger = new SoftKey { UserHandle = _key.UserHandle };
        await Refused(await SignIn(stranger));
        foreach (var garbage in new[] { "", "{}", "null", "[", "{\"id\":1}", new string('x', 20_000) })
        {
            await Refused(await (await Asked()).Press("passkey", ("Credential", garbage)));
            await Refused(await (await Asked()).Press("passkey", ("State", garbage), ("Credential", garbage)));
        }
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_the_removal_is_confirmed()
    {
        using var second = new SoftKey();
        await Add(_own, second, "安全密钥");
        await _own.Follow("remove-passkey");
        Assert.Contains("窗口电脑", _own.Text, StringComparison.Ordinal);
        await _own.Press("remove");
        Assert.DoesNotContain("窗口电脑", _own.Text, StringComparison.Ordinal);
        await Refused(await SignIn(_key));
        Assert.Equal("/console", (await SignIn(second)).At.AbsolutePath);
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        await _own.Follow("remove-passkey");
        await _own.Press("remove");
        Assert.Equal(HttpStatusCode.Conflict, _own.Status);
        Assert.Equal("/console", (await SignIn(_key)).At.AbsolutePath);

        await _staff.SetUp(_officer);
        var again = await SignIn(_key);
        await again.Open("/console/account");
        await again.Follow("remove-passkey");
        await again.Press("remove");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        await Refused(await SignIn(_key));
    }

    [Fact]
    public async Task Who_has_a_password_gives_it_before_a_passkey_is_made()
    {
        await _staff.SetUp(_officer);
        var own = await SignIn(_key);
        await own.Open("/console/account/passkeys");
        await own.Press("begin", ("Name", "手机"), ("Current", "wrong-wrong-wrong"));
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Equal("手机", own.Page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.NotNull(own.Page.QuerySelector("#Current-error"));
        await own.Press("begin", ("Current", Staff.Password));
        Assert.NotNull(own.Page.QuerySelector("form[data-lx-passkey]"));
    }

    [Fact]
    public async Task An_officer_who_left_is_not_let_in()
    {
        await _app.Get<PeopleDesk>().Deactivate(_officer, await _staff.Version(_officer), _head, Staff.System);
        await Refused(await SignIn(_key));
    }

    [Fact]
    public async Task Somebody_elses_passkey_cannot_be_removed_and_somebody_elses_question_not_answered()
    {
        var link = _own.Page.QuerySelector("a[data-action='remove-passkey']")!.GetAttribute("href")!;
        var other = await _staff.Browser(_head);
        await other.Open(link);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        await _own.Open("/console/account/passkeys");
        await _own.Press("begin", ("Name", "偷来的"));
        var (question, state) = Question(_own);
        using var thief = new SoftKey();
        await other.Open("/console/account/passkeys");
        await other.Press("begin", ("Name", "自己的"));
        await other.Press("passkey", ("State", state), ("Credential", thief.Make(question)));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Empty(await _app.Get<Passkeys>().Of(_head));
    }

    [Fact]
    public async Task A_passkey_is_registered_once_and_an_officer_has_ten_at_most()
    {
        await _own.Open("/console/account/passkeys");
        await _own.Press("begin", ("Name", "再来一次"));
        await _own.Press("passkey", ("Credential", _key.Make(Question(_own).Options)));
        Assert.Equal(HttpStatusCode.Conflict, _own.Status);
        for (var i = 2; i <= Passkeys.Most; i++)
        {
            using var more = new SoftKey();
            await Add(_own, more, $"第{i}把");
        }

        using var tooMany = new SoftKey();
        await _own.Open("/console/account/passkeys");
        await _own.Press("begin", ("Name", "多了"));
        await _own.Press("passkey", ("Credential", tooMany.Make(Question(_own).Options)));
        Assert.Equal(HttpStatusCode.Conflict, _own.Status);
        Assert.Equal(Passkeys.Most, (await _app.Get<Passkeys>().Of(_officer)).Count);
    }

    [Fact]
    public async Task Under_another_host_name_no_passkey_is_offered()
    {
        var page = await _app.Client().GetStringAsync(new Uri("http://lianxin.example/sign-in"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("data-lx-passkey=", page, StringComparison.Ordinal);
    }

    private static (string Options, string State) Question(Browser browser)
    {
        var form = browser.Page.QuerySelector("form[data-lx-passkey]")!;
        return (form.GetAttribute("data-lx-passkey")!, form.QuerySelector("input[name=State]")!.GetAttribute("value")!);
    }

    private static async Task Add(Browser browser, SoftKey key, string name)
    {
        await browser.Open("/console/account/passkeys");
        await browser.Press("begin", ("Name", name));
        await browser.Press("passkey", ("Credential", key.Make(Question(browser).Options)));
        Assert.Equal("/console/account", browser.At.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private static Task Refused(Browser browser)
    {
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Equal("/sign-in", browser.At.AbsolutePath);
        Assert.Contains("这个通行密钥没有通过", browser.Page.QuerySelector(".lx-summary")!.TextContent, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private async Task<Browser> Asked(string back = "")
    {
        var browser = _app.Browser();
        return await browser.Open("/sign-in?back=" + back);
    }

    private async Task<Browser> SignIn(SoftKey key, string back = "")
    {
        var browser = await Asked(back);
        return await browser.Press("passkey", ("Credential", key.Answer(Question(browser).Options)));
    }
}
