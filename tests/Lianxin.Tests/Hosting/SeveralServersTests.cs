using System.Net;
using System.Security.Cryptography;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Tests.Hosting;

/// <summary>Two servers over one PostgreSQL; on SQLite, which has one server, the second one is the first after a restart.</summary>
public sealed class SeveralServersTests
{
    [Fact]
    public async Task A_form_shown_by_one_server_is_taken_by_the_other_and_a_session_ends_on_both_at_once()
    {
        await using var first = await TestApp.Start();
        var officer = await first.Given.Officer("clerk");
        var link = await first.Get<OfficerAccount>().MakeLink(officer.Id!.Value, LinkKind.SignIn, Actor.System(Via.Cli));
        var browser = first.Browser();
        await browser.Open($"/sign-in/setup/{link}");

        await using var second = await first.Another();
        await browser.MoveTo(second).Press("sign-in");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("/console", browser.At.AbsolutePath);

        var third = await second.Another();
        await using var ended = third;
        await browser.MoveTo(third).Open("/console/account");
        Assert.Equal("/console/account", browser.At.AbsolutePath);
        await third.Get<StaffSessions>().EndOthers(officer.Id.Value, Guid.Empty, Actor.System(Via.Cli));
        foreach (var server in TestDatabase.Kind == DatabaseKind.Postgres ? [first, second, third] : new[] { third })
        {
            await browser.MoveTo(server).Open("/console/account");
            Assert.Equal("/sign-in", browser.At.AbsolutePath);
        }
    }

    [Fact]
    public async Task Another_districts_seal_and_another_purpose_open_nothing()
    {
        await using var ours = await TestApp.StartEmpty();
        await using var theirs = await TestApp.StartEmpty();
        var sealedBytes = ours.Get<IDataProtectionProvider>().CreateProtector("a").Protect([1, 2, 3]);
        Assert.Equal([1, 2, 3], ours.Get<IDataProtectionProvider>().CreateProtector("a").Unprotect(sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => ours.Get<IDataProtectionProvider>().CreateProtector("b").Unprotect(sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => theirs.Get<IDataProtectionProvider>().CreateProtector("a").Unprotect(sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => ours.Get<IDataProtectionProvider>().CreateProtector("a").CreateProtector("a").Unprotect(sealedBytes));
        Assert.All(Enumerable.Range(0, sealedBytes.Length), cut =>
            Assert.ThrowsAny<CryptographicException>(() => ours.Get<PassingSeals>().Open("1:a", sealedBytes.AsSpan(0, cut))));
    }

    [Fact]
    public async Task No_key_ring_of_the_machine_is_made()
    {
        await using var app = await TestApp.StartEmpty();
        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), s => s.GetType().FullName!.Contains("DataProtection", StringComparison.Ordinal));
        Assert.IsType<SharedProtection>(app.Get<IDataProtectionProvider>());
    }
}
