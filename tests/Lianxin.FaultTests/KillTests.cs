namespace Lianxin.FaultTests;

/// <summary>Promise P1 and P2: kill −9 at random moments under full intake loses nothing that was acknowledged and doubles nothing.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Workers = 16;

    [Fact]
    public async Task Nothing_is_lost_or_doubled_on_SQLite()
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-kill-").FullName;
        await Killed(await FaultPlace.Found(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_is_lost_or_doubled_on_PostgreSQL()
    {
        await using var cluster = await PostgresCluster.Start();
        var folder = Directory.CreateTempSubdirectory("lianxin-kill-").FullName;
        await Killed(await FaultPlace.Found(folder, await cluster.Make()));
        Directory.Delete(folder, recursive: true);
    }

    private async Task Killed(FaultPlace place)
    {
        var load = new IntakeLoad(place);
        for (var kill = 0; kill < FaultSize.Kills; kill++)
        {
            var server = await FaultServer.Start(place);
            using var stop = new CancellationTokenSource();
            var running = load.Run(server.Address, Workers, stop.Token);
            await Task.Delay(Random.Shared.Next(100, 1500), TestContext.Current.CancellationToken);
            await server.Kill();
            await stop.CancelAsync();
            await running;
        }

        await using (var last = await FaultServer.Start(place))
        {
            await load.Settle(last.Address, TimeSpan.FromMinutes(2));
            await load.MustBeThere();
        }

        await Checks.MustVerify(place);
        Assert.True(load.Acknowledged.Count > FaultSize.Kills * 10, $"only {load.Acknowledged.Count} matters were acknowledged");
        output.WriteLine($"{FaultSize.Kills} kills, {load.Acknowledged.Count} acknowledged, 0 missing, 0 twice");
    }
}
