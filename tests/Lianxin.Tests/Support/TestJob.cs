using System.Collections.Concurrent;
using Lianxin.Foundation;

namespace Lianxin.Tests.Support;

/// <summary>A job that keeps the instants it ran at and does what the test says.</summary>
public sealed class TestJob(DueTimes times, Func<DateTime, CancellationToken, Task<int>>? work = null) : IJob
{
    public string Name { get; init; } = "test_job";

    public DueTimes Times { get; } = times;

    public ConcurrentQueue<DateTime> Ran { get; } = [];

    public Task<int> Run(DateTime now, CancellationToken stop)
    {
        Ran.Enqueue(now);
        return work?.Invoke(now, stop) ?? Task.FromResult(0);
    }
}
