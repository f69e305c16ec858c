using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Units;

namespace Lianxin.Tests.People;

/// <summary>A small office made through the desks: a lead unit, a department and a room below it, each with people.</summary>
internal sealed class Staff
{
    internal static readonly Actor System = Actor.System(Via.Cli);
    internal static readonly DateOnly Start = new(2025, 1, 1);
    internal const string Password = "春江水暖-Duck-2417";
    private readonly TestApp _app;

    private Staff(TestApp app) => _app = app;

    internal Guid Lead { get; private set; }

    internal Guid Department { get; private set; }

    internal Guid Room { get; private set; }

    internal static async Task<Staff> Make(TestApp app)
    {
        var staff = new Staff(app);
        var units = app.Get<UnitDesk>();
        staff.Lead = await units.AddUnit(new() { Code = "lead", Kind = "lead-office", Name = "区社会工作部", On = Start }, System);
        await units.SetTopics(staff.Lead, 1, [OfficerList.LeadTopic], Start, System);
        staff.Department = await units.AddUnit(new() { Code = "dept", Kind = "department", Name = "区民政局", On = Start }, System);
        staff.Room = await units.AddUnit(new() { Code = "room", Kind = "community", Name = "永宁社区工作室", Parent = staff.Department, On = Start }, System);
        return staff;
    }

    internal Task<Guid> Add(string code, Guid? unit, params string[] roles) => _app.Get<PeopleDesk>().Add(
        new() { Code = code, Name = "某" + code, Title = "职员", Unit = unit, Roles = roles, On = Start }, System);

    internal async Task<OfficerList> People()
    {
        await using var db = _app.Read();
        return await _app.Get<OfficerBook>().Read(db);
    }

    /// <summary>The version that the next form would carry.</summary>
    internal async Task<int> Version(Guid officer) => (await People()).Officer(officer)!.Version;

    /// <summary>Sets the account up as its owner would; gives the session's token and the generator's secret.</summary>
    internal async Task<(string Token, byte[] Secret)> SetUp(Guid officer)
    {
        var account = _app.Get<OfficerAccount>();
        var link = await account.MakeLink(officer, LinkKind.SetUp, System);
        var secret = account.SecretOf(link);
        return (await account.SetUp(link, Password, Code(secret), "test"), secret);
    }

    /// <summary>A browser that the officer has signed in with, by a one-time link.</summary>
    internal async Task<Browser> Browser(Guid officer)
    {
        var link = await _app.Get<OfficerAccount>().MakeLink(officer, LinkKind.SignIn, System);
        var browser = _app.Browser();
        await browser.Open($"/sign-in/setup/{link}");
        return await browser.Press("sign-in");
    }

    /// <summary>The token of a session of the officer, opened by a one-time link.</summary>
    internal async Task<string> Token(Guid officer) =>
        await _app.Get<OfficerAccount>().SignIn(await _app.Get<OfficerAccount>().MakeLink(officer, LinkKind.SignIn, System), "test");

    internal string Code(byte[] secret) => Totp.Code(secret, Totp.StepOf(_app.Clock.GetUtcNow().UtcDateTime));

    internal static async Task Refused(string code, Func<Task> operation) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(operation)).Code);
}
