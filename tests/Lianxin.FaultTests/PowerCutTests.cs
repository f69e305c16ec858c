namespace Lianxin.FaultTests;

/// <summary>Promise P1: what was acknowledged is on the disk, not in the machine's memory.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private const int Workers = 16;

    [Fact]
    public async Task Nothing_acknowledged_is_missing_after_a_power_cut()
    {
        Assert.SkipWhen(await LoopDisk.WhyNot() is not null, await LoopDisk.WhyNot() ?? "");
        var acknowledged = 0;
        for (var cut = 0; cut < FaultSize.PowerCuts; cut++)
        {
            var (acks, missing) = await Cut();
            Assert.Equal(0, missing);
            acknowledged += acks;
        }

        output.WriteLine($"loop device: {FaultSize.PowerCuts} power cuts, {acknowledged} acknowledged, 0 missing");
    }

    /// <summary>A disk that never makes anything durable must be found out, or the test above could not fail.</summary>
    [Fact]
    public async Task The_cut_finds_a_disk_that_only_pretends()
    {
        Assert.SkipWhen(await LoopDisk.WhyNot() is not null, await LoopDisk.WhyNot() ?? "");
        await using var disk = await LoopDisk.Make(64);
        await File.WriteAllTextAsync(Path.Combine(disk.Folder, "kept"), "", TestContext.Current.CancellationToken);
        await Shell.Run("sync", "-f", disk.Folder);
        await File.WriteAllTextAsync(Path.Combine(disk.Folder, "only-in-memory"), "1", TestContext.Current.CancellationToken);
        await using var after = await disk.AfterPowerCut();
        Assert.Equal(["kept"], Directory.GetFiles(after.Folder).Select(Path.GetFileName));
    }

    private static async Task<(int Acknowledged, int Missing)> Cut()
    {
        await using var disk = await LoopDisk.Make(256);
        var folder = Path.Combine(disk.Folder, "data");
        var place = await FaultPlace.Found(Directory.CreateDirectory(folder).FullName);
        await Shell.Run("sync", "-f", disk.Folder);
        var load = new IntakeLoad(place);
        await using var server = await FaultServer.Start(place);
        using var stop = new CancellationTokenSource();
        var running = load.Run(server.Address, Workers, stop.Token);
        await Task.Delay(Random.Shared.Next(500, 3000), TestContext.Current.CancellationToken);
        await server.Freeze();
        var acknowledged = load.Acknowledged.Values.ToList();
        await using var after = await disk.AfterPowerCut();
        await server.Kill();
        await stop.CancelAsync();
        await running;

        var copy = place with { Folder = Path.Combine(after.Folder, "data") };
        List<string> there;
        await using (await FaultServer.Start(copy))
        {
            there = await copy.Numbers();
        }

        await Checks.MustVerify(copy);
        return (acknowledged.Count, acknowledged.Except(there).Count());
    }
}
