using System.Diagnostics;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Exchange;

public sealed class RealMessagesImportTests
{
    [Fact]
    [Trait("row", "WQ-45")]
    public async Task All_the_real_messages_are_in_once_and_soon()
    {
        var bytes = await File.ReadAllBytesAsync(RealMessagesTests.Messages(), TestContext.Current.CancellationToken);
        await using var app = await TestApp.Start();
        var watch = Stopwatch.StartNew();
        var id = await app.Begin(bytes);
        await app.Work();
        var dry = await app.Run(id);
        Assert.Equal((ImportState.Checked, 4_326, 0, 0), (dry.State, dry.Added, dry.Known, dry.Wrong));
        await app.Get<ImportDesk>().Run(id, await app.Given.Officer("coordinator"));
        await app.Work();
        TestContext.Current.TestOutputHelper?.WriteLine($"4,326 messages: {watch.Elapsed.TotalSeconds:F1} s with the dry run");

        var run = await app.Run(id);
        Assert.Equal((ImportState.Done, 4_326, 0, 0, 4_326), (run.State, run.Added, run.Known, run.Wrong, run.Done));
        await using var db = app.Read();
        Assert.Equal(4_326, await db.Matters.CountAsync(m => m.Import == id && m.Backlog && m.DueOn == null, TestContext.Current.CancellationToken));
        Assert.Equal(4_326, await db.Wordings.Where(w => w.Path == "source_number").Select(w => w.Value).Distinct().CountAsync(TestContext.Current.CancellationToken));

        // The bound is that of a district's own machine, SQLite on two cores; a server with PostgreSQL is measured by bench.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, app.Get<LianxinDatabase>().Source.Kind == DatabaseKind.Sqlite ? 30 : 300);
        await app.Rebuilds();
    }
}
