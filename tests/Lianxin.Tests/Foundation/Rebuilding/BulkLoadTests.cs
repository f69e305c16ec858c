using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Web.Bench;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Foundation;

/// <summary>The sets that speed is measured on are real ones.</summary>
public sealed class BulkLoadTests
{
    [Fact]
    public async Task Two_thousand_matters_of_the_bulk_loader_pass_the_rebuild_comparison()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.Make(empty: true);
        await BulkLoad.Run(database.Place, 2000, TextWriter.Null, cancel);
        await using var services = new ServiceCollection().AddLogging().AddLianxin(database.Place).BuildServiceProvider();
        await using (var db = services.GetRequiredService<Lianxin.Database.LianxinDatabase>().Read())
        {
            Assert.Equal(2000, await db.Matters.CountAsync(cancel));
        }

        var report = await services.GetRequiredService<Rebuild>().Check(new RebuildSettings { Files = true }, cancel);
        Assert.Empty(report.Findings);
        Assert.Equal(2000, report.Matters);
    }
}
