using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Hosting;

/// <summary>What an empty database becomes at its first start, and what applying a profile again does.</summary>
public sealed class NewDistrictTests : IAsyncLifetime
{
    private static readonly string Neutral = SourceTree.At("profiles/neutral");
    private TestDatabase? _database;
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Make(empty: true);
        _services = new ServiceCollection().AddLogging().AddLianxin(_database.Place)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton<TimeProvider>(new TestClock()).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_district_gets_the_profile_and_the_published_years_once()
    {
        Assert.True(await NewDistrict.Furnish(_services!, Neutral));
        Assert.False(await NewDistrict.Furnish(_services!, Neutral));
        await using var db = _services!.GetRequiredService<LianxinDatabase>().Read();
        var settings = await _services!.GetRequiredService<SettingBook>().Read(db);
        Assert.Equal(ProfileReader.Rows(Neutral).Count, settings.InForce(NewDistrict.Today(_services!)).Count(r => r.Item.List != SettingPicture.CalendarList));
        Assert.Contains(2026, settings.Calendar.Years.Select(y => y.Year));
    }

    [Fact]
    public async Task Applying_a_profile_again_changes_nothing_and_leaves_the_offices_own_edits()
    {
        await NewDistrict.Furnish(_services!, Neutral);
        var today = NewDistrict.Today(_services!);
        var row = ProfileReader.Rows(Neutral).First(r => r.List == "phrases");
        var own = row with { Json = row.Json.Replace("。", "！", StringComparison.Ordinal).Replace("zh-Hans\":\"", "zh-Hans\":\"本", StringComparison.Ordinal) };
        await _services!.GetRequiredService<SettingDesk>().Set(own, today, "own words", Actor.System(Via.Cli));
        var (difference, years) = await NewDistrict.ApplyProfile(_services!, Neutral);
        Assert.Empty(difference.ToSet);
        Assert.Equal(row.Code, Assert.Single(difference.KeptByOffice).Code);
        Assert.Equal(0, years);
    }

    [Fact]
    public async Task A_new_district_gives_three_administrators_a_link_each_and_a_lost_link_is_replaced()
    {
        var first = await NewDistrict.AdministratorLinks(_services!);
        var second = await NewDistrict.AdministratorLinks(_services!);
        Assert.Equal(["audit-admin", "security-admin", "system-admin"], first.Select(l => l.Code).Order());
        Assert.Equal(first.Select(l => l.Code).Order(), second.Select(l => l.Code).Order());
        var accounts = _services!.GetRequiredService<OfficerAccount>();
        Assert.Null(await accounts.Link(first[0].Token));
        Assert.NotNull(await accounts.Link(second[0].Token));
    }
}
