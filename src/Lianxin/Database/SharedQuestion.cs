namespace Lianxin.Database;

/// <summary>
/// One question to the database for all who ask it at the same time. Nobody is given an answer that was on its way before he asked: who
/// comes while a question runs waits for the next, together with all others who came meanwhile.
/// </summary>
internal sealed class SharedQuestion<T>(Func<Task<T>> ask)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<T>? _next;
    private bool _asking;

    internal Task<T> Ask()
    {
        Task<T> mine;
        lock (_gate)
        {
            mine = (_next ??= new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            if (_asking)
            {
                return mine;
            }

            _asking = true;
        }

        _ = Answer();
        return mine;
    }

    private async Task Answer()
    {
        while (Take() is { } waiting)
        {
            try
            {
                waiting.SetResult(await ask());
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Whoever waits for this answer hears of it.
                waiting.SetException(fault);
            }
        }
    }

    private TaskCompletionSource<T>? Take()
    {
        lock (_gate)
        {
            var waiting = _next;
            (_next, _asking) = (null, waiting is not null);
            return waiting;
        }
    }
}
