namespace Lianxin.FaultTests;

/// <summary>Promise P16's first half: the database goes away and comes back, the product goes on by itself and has lost nothing.</summary>
public sealed class PostgresCrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_product_goes_on_when_its_database_comes_back()
    {
        await using var cluster = await PostgresCluster.Start();
        var folder = Directory.CreateTempSubdirectory("lianxin-crash-").FullName;
        var place = await FaultPlace.Found(folder, await cluster.Make());
        var load = new IntakeLoad(place);
        await using (var server = await FaultServer.Start(place))
        {
            using var stop = new CancellationTokenSource();
            var running = load.Run(server.Address, 16, stop.Token);
            for (var crash = 0; crash < (FaultSize.IsWhole ? 10 : 2); crash++)
            {
                await Task.Delay(Random.Shared.Next(300, 1200), TestContext.Current.CancellationToken);
                await cluster.Crash();
            }

            var before = load.Acknowledged.Count;
            await Task.Delay(2000, TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            await running;
            await load.Settle(server.Address, TimeSpan.FromSeconds(15));
            Assert.True(load.Acknowledged.Count > before, "nothing was recorded after the database came back");
            await load.MustBeThere();
        }

        await Checks.MustVerify(place);
        Directory.Delete(folder, recursive: true);
        output.WriteLine($"{load.Acknowledged.Count} acknowledged, 0 missing; refused: {string.Join(", ", load.Refused)}");
    }
}
