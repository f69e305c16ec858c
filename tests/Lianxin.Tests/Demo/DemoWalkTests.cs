using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Demo;

/// <summary>The demo town is walked, not written: the same plan gives the same town.</summary>
public sealed class DemoWalkTests
{
    private static readonly DemoPlan Small = new(7, new DateOnly(2026, 9, 21), 60, 2);

    [Fact]
    public async Task The_same_plan_walks_to_the_same_town()
    {
        var town = await Walked(Small);
        Assert.Equal(60, town.Count);
        Assert.Equal(town, await Walked(Small));
    }

    private static async Task<List<string>> Walked(DemoPlan plan)
    {
        await using var database = await TestDatabase.Make(empty: true);
        await DemoTown.Build(database.Place, SourceTree.At("profiles/neutral"), plan);
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddLogging().AddLianxin(database.Place).BuildServiceProvider();
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var rows = await (
            from m in db.Matters
            join title in db.Wordings on new { Seq = m.TitleSeq, Path = "title" } equals new { title.Seq, title.Path }
            orderby m.Number
            select new { m.Number, m.State, m.Kind, m.Form, m.DueOn, m.Unit, m.Officer, m.Outcome, m.Verdict, m.LastAt, title.Value }).ToListAsync();
        return rows.ConvertAll(r => r.ToString()!);
    }
}
