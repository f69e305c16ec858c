using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Verbs;

public sealed class FirstAdministratorsTests
{
    [Fact]
    public async Task A_new_district_has_three_links_and_fresh_ones_for_whoever_has_not_used_theirs()
    {
        await using var app = await TestApp.StartEmpty();
        var first = await NewDistrict.AdministratorLinks(app.Services);
        Assert.Equal(["system-admin", "security-admin", "audit-admin"], first.Select(l => l.Code));
        var again = await NewDistrict.AdministratorLinks(app.Services);
        Assert.Equal(first.Select(l => l.Code), again.Select(l => l.Code));
        var browser = app.Browser();
        await browser.Open("/sign-in/setup/" + first[1].Token);
        Assert.Equal(System.Net.HttpStatusCode.Gone, browser.Status);
        await browser.Open("/sign-in/setup/" + again[1].Token);
        var secret = app.Get<OfficerAccount>().SecretOf(again[1].Token);
        await browser.Press("set-up", ("Password", "春江水暖-Duck-2417"), ("Code", Totp.Code(secret, Totp.StepOf(app.Clock.GetUtcNow().UtcDateTime))));
        Assert.Equal("/console", browser.At.AbsolutePath);
        var left = await NewDistrict.AdministratorLinks(app.Services);
        Assert.Equal(["system-admin", "audit-admin"], left.Select(l => l.Code));
    }

    [Fact]
    public async Task A_district_where_people_work_gets_none()
    {
        await using var app = await TestApp.Start();
        Assert.Empty(await NewDistrict.AdministratorLinks(app.Services));
        await using var db = app.Read();
        Assert.DoesNotContain(db.Officers, o => o.Code == "system-admin");
    }
}
