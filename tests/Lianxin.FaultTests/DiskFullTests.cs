using System.Net;

namespace Lianxin.FaultTests;

/// <summary>Promise P13: a full disk costs nobody anything that was acknowledged, reading goes on, and room brings writing back.</summary>
public sealed class DiskFullTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Writing_is_refused_and_comes_back_with_room()
    {
        Assert.SkipWhen(await LoopDisk.WhyNot() is not null, await LoopDisk.WhyNot() ?? "");
        await using var disk = await LoopDisk.Make(96);
        var place = await FaultPlace.Found(Directory.CreateDirectory(Path.Combine(disk.Folder, "data")).FullName);
        var load = new IntakeLoad(place);
        await using (var server = await FaultServer.Start(place))
        {
            await Submit(load, server, TimeSpan.FromSeconds(1));
            var before = load.Acknowledged.Count;
            await Shell.Try("dd", "if=/dev/zero", $"of={disk.Folder}/ballast", "bs=1M");
            await Submit(load, server, TimeSpan.FromSeconds(4));
            var full = load.Refused.GetValueOrDefault(507) + load.Refused.GetValueOrDefault(503);
            Assert.True(full > 0, $"the disk was never full: {load.Acknowledged.Count} acknowledged");
            using var client = new HttpClient { BaseAddress = server.Address };
            foreach (var page in new[] { "/", "/track", "/readyz" })
            {
                using var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            File.Delete(Path.Combine(disk.Folder, "ballast"));
            await load.Settle(server.Address, TimeSpan.FromSeconds(10));
            Assert.True(load.Acknowledged.Count > before);
            await load.MustBeThere();
            output.WriteLine($"{full} refused while the disk was full, {load.Acknowledged.Count} acknowledged, 0 missing");
        }

        await Checks.MustVerify(place);
    }

    private static async Task Submit(IntakeLoad load, FaultServer server, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        await load.Run(server.Address, 8, stop.Token);
    }
}
