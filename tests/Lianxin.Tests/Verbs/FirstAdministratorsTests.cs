using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Verbs;

namespace Lianxin.Tests.Verbs;

public sealed class FirstAdministratorsTests
{
    [Fact]
    public async Task A_new_district_has_three_links_and_fresh_ones_until_one_is_used()
    {
        await using var app = await TestApp.StartEmpty();
        var first = await FirstAdministrators.Make(app.Services);
        Assert.Equal(["system-admin", "security-admin", "audit-admin"], first.Select(l => l.Code));
        var again = await FirstAdministrators.Make(app.Services);
        Assert.Equal(first.Select(l => l.Code), again.Select(l => l.Code));
        var browser = app.Browser();
        await browser.Open(first[1].Path);
        Assert.Equal(System.Net.HttpStatusCode.Gone, browser.Status);
        await browser.Open(again[1].Path);
        var token = again[1].Path.Split('/')[^1];
        var secret = app.Get<OfficerAccount>().SecretOf(token);
        await browser.Press("set-up", ("Password", "春江水暖-Duck-2417"), ("Code", Totp.Code(secret, Totp.StepOf(app.Clock.GetUtcNow().UtcDateTime))));
        Assert.Equal("/console/account", browser.At.AbsolutePath);
        Assert.Empty(await FirstAdministrators.Make(app.Services));
    }

    [Fact]
    public async Task A_district_where_people_work_gets_none()
    {
        await using var app = await TestApp.Start();
        Assert.Empty(await FirstAdministrators.Make(app.Services));
        await using var db = app.Read();
        Assert.DoesNotContain(db.Officers, o => o.Code == "system-admin");
    }
}
