using System.Net;
using Lianxin.Tests.Support;
using Lianxin.Web.Portal;

namespace Lianxin.Tests.Portal;

public sealed class AddressLimitTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await TestApp.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Too_many_reports_from_one_address_are_told_kindly_and_keep_what_was_typed_until_ten_minutes_passed()
    {
        var limits = _app.Get<AddressLimits>();
        while (limits.MayReport(null))
        {
        }

        var browser = _app.Browser();
        await browser.Open("/report");
        await browser.Press("next", ("Body", "路灯不亮"));
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("请过10分钟再试", browser.Text, StringComparison.Ordinal);
        Assert.Equal("路灯不亮", browser.Page.QuerySelector("#Body")!.TextContent);
        _app.Clock.Move(TimeSpan.FromMinutes(10));
        await browser.Press("next");
        Assert.Equal("/report/where", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Too_many_codes_from_one_address_are_not_looked_at()
    {
        var limits = _app.Get<AddressLimits>();
        while (limits.MayTrack(null))
        {
        }

        var browser = _app.Browser();
        await browser.Open("/track");
        await browser.Press("track", ("Number", "260000000011"), ("Code", "123456"));
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("260000000011", browser.Page.QuerySelector("#Number")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_household_of_IPv6_addresses_counts_as_one_and_another_address_is_not_held_back()
    {
        var limits = new AddressLimits(new AddressLimitSettings { Tracks = 2 }, _app.Clock);
        Assert.True(limits.MayTrack(IPAddress.Parse("2001:db8:1:2::1")));
        Assert.True(limits.MayTrack(IPAddress.Parse("2001:db8:1:2::2")));
        Assert.False(limits.MayTrack(IPAddress.Parse("2001:db8:1:2::3")));
        Assert.True(limits.MayTrack(IPAddress.Parse("2001:db8:1:3::3")));
        Assert.True(limits.MayTrack(IPAddress.Parse("192.0.2.7")));
        Assert.True(limits.MayReport(IPAddress.Parse("2001:db8:1:2::3")));
    }
}
