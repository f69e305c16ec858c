using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Demo;

/// <summary>The demo town is walked, not written: the same plan gives the same town.</summary>
public sealed class DemoWalkTests
{
    private static readonly DemoPlan Small = new(7, new DateOnly(2026, 9, 21), 60, 2);

    [Fact]
    public async Task The_same_plan_walks_to_the_same_town()
    {
        Assert.Equal(await Walked(Small), await Walked(Small));
    }

    private static async Task<string> Walked(DemoPlan plan)
    {
        await using var database = await TestDatabase.MakeEmpty();
        await DemoTown.Build(database.Place, SourceTree.At("profiles/neutral"), plan);
        await using var services = database.Open();
        return await DemoDigest.Of(services);
    }
}
