using Lianxin.BrowserTests;

namespace Lianxin.FaultTests;

/// <summary>What must hold after every fault.</summary>
internal static class Checks
{
    /// <summary>The journals fold to the rows that stand there, every commitment opens, trees and signatures hold.</summary>
    internal static async Task MustVerify(FaultPlace place)
    {
        await using var check = ProductProcess.Start(["verify", .. place.Where]);
        Assert.True(await check.Ended() == 0, check.Output);
    }
}
