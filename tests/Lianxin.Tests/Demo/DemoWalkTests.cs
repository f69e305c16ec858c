using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Demo;

/// <summary>The demo town is walked over the real desks: the same plan gives the same town, and no invariant is breached at its end.</summary>
public sealed class DemoWalkTests
{
    private static readonly DemoPlan Small = new(7, new DateOnly(2026, 9, 21), 60, 2);

    [Fact]
    public async Task The_same_plan_walks_to_the_same_numbers_states_times_and_texts()
    {
        await using var first = await Walked(Small);
        await using var second = await Walked(Small);
        var rows = await Rows(first);
        Assert.Equal(60, rows.Count(row => row.StartsWith("matter", StringComparison.Ordinal)));
        Assert.Equal(rows, await Rows(second));
    }

    [Fact]
    public async Task Another_seed_walks_to_another_town()
    {
        await using var first = await Walked(Small with { Matters = 10 });
        await using var second = await Walked(Small with { Matters = 10, Seed = 8 });
        Assert.NotEqual(await Rows(first), await Rows(second));
    }

    [Fact]
    public async Task A_walked_town_ends_at_its_day_keeps_the_invariants_and_is_marked()
    {
        await using var database = await Walked(Small);
        await using var services = Open(database.Place);
        Assert.All(await services.GetRequiredService<Invariants>().Check(), check => Assert.True(check.Holds, $"{check.Code}: {string.Join(", ", check.Numbers)}"));
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        Assert.True((await db.Set<Head>().SingleAsync(TestContext.Current.CancellationToken)).LastAt <= ShanghaiTime.StartOfDay(Small.Until));
        Assert.Equal(new DemoMarker(Small, Finished: true), DemoMarker.Read(database.Place.Folder));
    }

    [Fact]
    public async Task A_demo_town_is_made_in_an_empty_database_only()
    {
        await using var database = await TestDatabase.Make();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => DemoTown.Build(database.Place, SourceTree.At("profiles/neutral"), Small, stop: TestContext.Current.CancellationToken));
        Assert.Null(DemoMarker.Read(database.Place.Folder));
    }

    [Fact]
    public async Task Every_role_of_the_staff_has_a_demo_account_with_a_link_of_its_own()
    {
        await using var database = await Walked(Small with { Matters = 1, Months = 1 });
        await using var services = Open(database.Place);
        var accounts = await DemoAccounts.MakeLinks(services);
        Assert.Equal(Roles.Staff.Order(), accounts.Select(a => a.Role).Order());
        Assert.Equal(accounts.Count, accounts.Select(a => a.Code).Distinct().Count());
        foreach (var account in accounts)
        {
            var link = await services.GetRequiredService<OfficerAccount>().Link(account.Token);
            Assert.Equal((LinkKind.SignIn, account.Code), (link!.Value.Link.Kind, link.Value.Officer.Code));
        }
    }

    private static async Task<TestDatabase> Walked(DemoPlan plan)
    {
        var database = await TestDatabase.Make(empty: true);
        await DemoTown.Build(database.Place, SourceTree.At("profiles/neutral"), plan);
        return database;
    }

    private static ServiceProvider Open(DataPlace place) => new ServiceCollection()
        .AddLogging()
        .AddLianxin(place)
        .AddSingleton<TimeProvider>(new DemoClock(ShanghaiTime.StartOfDay(Small.Until)))
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    // Every column of every matter, and every wording with its place in the journal.
    private static async Task<IReadOnlyList<string>> Rows(TestDatabase database)
    {
        await using var services = Open(database.Place);
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var matters = await db.Matters.OrderBy(m => m.Number).ToListAsync();
        var words = await db.Wordings.OrderBy(w => w.Seq).ThenBy(w => w.Path).ToListAsync();
        return
        [
            .. matters.Select(m => "matter " + string.Join('|', typeof(Matter).GetProperties().Select(p => Convert.ToString(p.GetValue(m), CultureInfo.InvariantCulture)))),
            .. words.Select(w => $"wording {w.Seq} {w.Path} {w.Value}"),
        ];
    }
}
