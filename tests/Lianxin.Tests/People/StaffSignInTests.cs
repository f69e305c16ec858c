using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.People;

public sealed class StaffSignInTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Staff _staff = null!;
    private Guid _officer;
    private byte[] _secret = [];
    private string _first = "";

    private StaffSignIn SignIn => _app.Get<StaffSignIn>();

    private StaffSessions Sessions => _app.Get<StaffSessions>();

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartEmpty();
        _staff = await Staff.Make(_app);
        await _staff.Add("head", _staff.Department, Roles.UnitLead);
        _officer = await _staff.Add("handler", _staff.Department, Roles.Handler);
        (_first, _secret) = await _staff.SetUp(_officer);
        _app.Clock.Move(TimeSpan.FromMinutes(2));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Password_then_code_opens_a_session_of_which_only_the_hash_is_stored()
    {
        var waiting = await SignIn.Password("handler", Staff.Password, "test");
        Assert.Null(await Sessions.Find(waiting, SessionStep.Open));
        var token = await SignIn.Code(waiting!, _staff.Code(_secret), "test");
        Assert.Equal(_officer, (await Sessions.Find(token, SessionStep.Open))!.Officer);
        Assert.Null(await Sessions.Find(waiting, SessionStep.Code));
        Assert.NotEqual(waiting, token);
        await using var db = _app.Read();
        var stored = await db.StaffSessions.ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(stored, s => s.Token.AsSpan().SequenceEqual(SessionToken.Hash(token!)));
        Assert.Equal(43, token!.Length);
    }

    [Fact]
    public async Task A_code_opens_once()
    {
        var code = _staff.Code(_secret);
        Assert.NotNull(await SignIn.Code((await SignIn.Password("handler", Staff.Password, "test"))!, code, "test"));
        Assert.Null(await SignIn.Code((await SignIn.Password("handler", Staff.Password, "test"))!, code, "test"));
    }

    [Fact]
    public async Task Five_wrong_tries_close_the_account_for_a_quarter_of_an_hour_even_when_made_at_once()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignIn.Password("handler", "wrong-wrong-wrong", "test")));
        Assert.All(tries, Assert.Null);
        Assert.Null(await SignIn.Password("handler", Staff.Password, "test"));
        await using var db = _app.Read();
        Assert.Equal(5, (await db.SignInGuards.SingleAsync(TestContext.Current.CancellationToken)).Tries);
        _app.Clock.Move(TimeSpan.FromMinutes(14));
        Assert.Null(await SignIn.Password("handler", Staff.Password, "test"));
        _app.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.NotNull(await SignIn.Password("handler", Staff.Password, "test"));
    }

    [Fact]
    public async Task Wrong_codes_close_the_account_although_the_password_is_right()
    {
        for (var i = 0; i < 5; i++)
        {
            var waiting = await SignIn.Password("handler", Staff.Password, "test");
            Assert.Null(await SignIn.Code(waiting!, "000000", "test"));
        }

        Assert.Null(await SignIn.Password("handler", Staff.Password, "test"));
    }

    [Fact]
    public async Task A_name_nobody_bears_is_counted_like_any_other()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.Null(await SignIn.Password("nobody", Staff.Password, "test"));
        }

        await using var db = _app.Read();
        Assert.Equal(5, (await db.SignInGuards.SingleAsync(TestContext.Current.CancellationToken)).Tries);
    }

    [Fact]
    public async Task An_idle_session_ends_after_fifteen_minutes_and_any_after_twelve_hours()
    {
        var token = await Open();
        for (var i = 0; i < 71; i++)
        {
            _app.Clock.Move(TimeSpan.FromMinutes(10));
            Assert.NotNull(await Sessions.Find(token, SessionStep.Open));
        }

        _app.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Null(await Sessions.Find(token, SessionStep.Open));
        var idle = await Open();
        _app.Clock.Move(TimeSpan.FromMinutes(15));
        Assert.Null(await Sessions.Find(idle, SessionStep.Open));
    }

    [Fact]
    public async Task A_session_ends_at_once_when_it_is_ended_or_the_password_changes_or_the_account_goes()
    {
        var (one, two) = (await Open(), await Open());
        var mine = (await Sessions.Find(one, SessionStep.Open))!;
        Assert.Equal(2, (await Sessions.Of(_officer)).Count(s => s.OpenedAt == mine.OpenedAt || s.OpenedAt > mine.OpenedAt));
        var actor = new Actor(ActorKind.Staff, Via.Web, _officer, _staff.Department);
        await Sessions.End(_officer, (await Sessions.Find(two, SessionStep.Open))!.Id, actor);
        Assert.Null(await Sessions.Find(two, SessionStep.Open));
        var account = _app.Get<OfficerAccount>();
        await Staff.Refused("people.wrong_password", () => account.ChangePassword(_officer, mine.Id, "wrong-wrong-wrong", "另一个够长的密码-77", actor));
        await Staff.Refused("people.weak_password", () => account.ChangePassword(_officer, mine.Id, Staff.Password, "12345678", actor));
        var third = await Open();
        await account.ChangePassword(_officer, mine.Id, Staff.Password, "另一个够长的密码-77", actor);
        Assert.Null(await Sessions.Find(third, SessionStep.Open));
        Assert.NotNull(await Sessions.Find(one, SessionStep.Open));
        var head = (await _staff.People()).ByCode("head")!.Id;
        await _app.Get<PeopleDesk>().Deactivate(_officer, await _staff.Version(_officer), head, Staff.System);
        Assert.Null(await Sessions.Find(one, SessionStep.Open));
        Assert.Null(await SignIn.Password("handler", "另一个够长的密码-77", "test"));
    }

    [Fact]
    public async Task A_set_up_link_works_once_and_not_after_its_time()
    {
        var account = _app.Get<OfficerAccount>();
        var link = await account.MakeLink(_officer, LinkKind.SetUp, Staff.System);
        Assert.Equal(22, link.Length);
        Assert.NotNull(await account.Link(link));
        var secret = account.SecretOf(link);
        await Staff.Refused("people.wrong_code", () => account.SetUp(link, Staff.Password, "000000", "test"));
        Assert.NotNull(await Sessions.Find(await account.SetUp(link, Staff.Password, _staff.Code(secret), "test"), SessionStep.Open));
        Assert.Null(await Sessions.Find(_first, SessionStep.Open));
        await Staff.Refused("people.link_ended", () => account.SetUp(link, Staff.Password, _staff.Code(secret), "test"));
        var late = await account.MakeLink(_officer, LinkKind.SetUp, Staff.System);
        _app.Clock.Move(TimeSpan.FromHours(72));
        Assert.Null(await account.Link(late));
        await Staff.Refused("people.link_ended", () => account.SetUp(late, Staff.Password, "000000", "test"));
        Assert.Null(await account.Link(""));
    }

    [Fact]
    public async Task A_sign_in_link_signs_in_once()
    {
        var account = _app.Get<OfficerAccount>();
        var link = await account.MakeLink(_officer, LinkKind.SignIn, Staff.System);
        await Staff.Refused("people.link_ended", () => account.SetUp(link, Staff.Password, _staff.Code(account.SecretOf(link)), "test"));
        Assert.NotNull(await Sessions.Find(await account.SignIn(link, "test"), SessionStep.Open));
        await Staff.Refused("people.link_ended", () => account.SignIn(link, "test"));
    }

    [Fact]
    public async Task A_new_code_generator_takes_the_place_of_the_old_one()
    {
        var account = _app.Get<OfficerAccount>();
        var actor = new Actor(ActorKind.Staff, Via.Web, _officer, _staff.Department);
        var fresh = account.NewSecret(_officer);
        var secret = account.OpenSecret(_officer, fresh);
        await Staff.Refused("people.wrong_code", () => account.ChangeGenerator(_officer, fresh, "000000", _staff.Code(secret), actor));
        await account.ChangeGenerator(_officer, fresh, _staff.Code(_secret), _staff.Code(secret), actor);
        _app.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Null(await SignIn.Code((await SignIn.Password("handler", Staff.Password, "test"))!, _staff.Code(_secret), "test"));
        Assert.NotNull(await SignIn.Code((await SignIn.Password("handler", Staff.Password, "test"))!, _staff.Code(secret), "test"));
    }

    [Fact]
    public async Task Neither_password_nor_secret_nor_token_stands_in_the_database()
    {
        await using var db = _app.Read();
        var texts = await db.Wordings.Select(w => w.Value).ToListAsync(TestContext.Current.CancellationToken);
        var entries = await db.FactEntries.Select(e => e.Bytes).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var secret in new[] { Staff.Password, Totp.Base32(_secret), Convert.ToBase64String(_secret), _first })
        {
            Assert.DoesNotContain(texts, t => t!.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(entries, b => System.Text.Encoding.UTF8.GetString(b).Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_three_first_administrators_are_made_once()
    {
        await using var empty = await TestApp.StartEmpty();
        var account = empty.Get<OfficerAccount>();
        AddOfficer[] three = [.. Roles.Administrators.Select(r => new AddOfficer { Code = r.Replace('_', '-'), Name = r, Roles = [r], On = Staff.Start })];
        var links = await account.MakeFirstAdministrators(three, Staff.System);
        Assert.Equal(["system-admin", "security-admin", "audit-admin"], links.Select(l => l.Code));
        Assert.All(links, l => Assert.NotNull(account.Link(l.Token).Result));
        await Staff.Refused("people.not_empty", () => account.MakeFirstAdministrators(three, Staff.System));
    }

    private async Task<string> Open()
    {
        _app.Clock.Move(TimeSpan.FromSeconds(30));
        var token = await SignIn.Code((await SignIn.Password("handler", Staff.Password, "test"))!, _staff.Code(_secret), "test");
        return token ?? throw new InvalidOperationException("The session did not open.");
    }
}
