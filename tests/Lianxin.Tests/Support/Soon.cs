using System.Diagnostics;

namespace Lianxin.Tests.Support;

/// <summary>Waits for what other threads do; a test fails when it does not come within twenty seconds.</summary>
public static class Soon
{
    public static async Task Is(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"Not within 20 s: {what}");
            await Task.Delay(15, TestContext.Current.CancellationToken);
        }
    }

    public static Task Is(Func<bool> condition, string what) => Is(() => Task.FromResult(condition()), what);
}
