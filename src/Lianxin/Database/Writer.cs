using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Database;

/// <summary>
/// The only way to change the database. Operations of one node queue here and are committed up to 64 together, a savepoint each;
/// a caller is answered after the commit that holds its operation. On PostgreSQL nodes take turns on the head row.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    /// <summary>Operations in one commit at most.</summary>
    public const int GroupLimit = 64;

    private readonly LianxinDatabase _database;
    private readonly TimeProvider _time;
    private readonly Entropy _entropy;
    private readonly ISealCommits _seal;
    private readonly Channel<IPending> _queue = Channel.CreateBounded<IPending>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task _loop;
    // Callers who were answered together come back together: longer than this nobody waits for them.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(2);
    private WriterConnection? _connection;
    // A group of this many or more says that people are waiting; for so many milliseconds it is believed.
    private const int BusyGroup = 8;
    private const int BusyFor = 50;
    private int _last;
    private long _busyAt = -BusyFor;
    private volatile int _held;

    /// <summary>Starts the node's writing loop; nothing is opened before the first operation.</summary>
    public Writer(LianxinDatabase database, TimeProvider time, Entropy entropy, ISealCommits seal)
    {
        _database = database;
        _time = time;
        _entropy = entropy;
        _seal = seal;
        _loop = Task.Run(Loop);
    }

    /// <summary>
    /// Runs the operation inside the writer. It is saved and answered as a whole; when it throws, nothing of it stays,
    /// neither rows nor numbers, and the caller gets the exception.
    /// </summary>
    public async Task<T> Write<T>(Func<WriteScope, Task<T>> operation)
    {
        var pending = new Pending<T>(operation);
        await _queue.Writer.WriteAsync(pending);
        return await pending.Answer.Task;
    }

    /// <summary>
    /// While held, operations are answered before their commit and everything stands or falls in one commit when the hold ends.
    /// For loading a simulated day into a folder that no server uses.
    /// </summary>
    public async Task<T> Together<T>(Func<Task<T>> work)
    {
        Interlocked.Increment(ref _held);
        try
        {
            return await work();
        }
        finally
        {
            Interlocked.Decrement(ref _held);
            await Write(_ => Task.FromResult(true));
        }
    }

    /// <summary>Work that can wait lets people go first: returns when the writer has room, or after <paramref name="most"/>.</summary>
    public async Task Rest(TimeSpan most, CancellationToken stop)
    {
        var until = Environment.TickCount64 + (long)most.TotalMilliseconds;
        while (!IsAlone && Environment.TickCount64 is var now && now < until && now - Volatile.Read(ref _busyAt) < BusyFor)
        {
            await Task.Delay(BusyFor, stop);
        }
    }

    /// <summary>True while nobody but the caller uses the database, as when a town is made: work that can wait does not.</summary>
    public bool IsAlone { get; set; }

    private async Task Loop()
    {
        var group = new List<IPending>(GroupLimit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                await CommitGroup(group);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The whole group shares the fate of its commit: every caller hears of it; so does who waited for a connection that cannot be had.
                if (group.Count == 0)
                {
                    TakeWaiting(group);
                }

                group.ForEach(p => p.Fail(fault));
                await GiveUp();
            }
        }
    }

    private async Task CommitGroup(List<IPending> group)
    {
        var connection = _connection ??= _database.Source.Kind == DatabaseKind.Sqlite
            ? new SqliteWriterConnection(_database)
            : await PostgresWriterConnection.Open(_database);
        var done = new List<(IPending Pending, WriteScope Scope)>(GroupLimit);
        var leaves = new List<AppendedLeaf>(GroupLimit);
        Head? head = null;
        Head? began = null;
        Task? waited = null;
        while ((group.Count < GroupLimit || _held > 0) && (_held > 0 ? await _queue.Reader.WaitToReadAsync() : true))
        {
            if (!_queue.Reader.TryRead(out var pending))
            {
                if (_held > 0 || group.Count >= _last || !await MoreComes(waited ??= Task.Delay(LongestWait)))
                {
                    break;
                }

                continue;
            }

            group.Add(pending);
            head ??= began = await connection.Begin();
            var (after, scope) = await RunOne(connection, head, pending);
            if (scope is null)
            {
                continue;
            }

            head = after;
            leaves.AddRange(scope.Leaves);
            if (_held > 0)
            {
                Stand(scope, pending);
            }
            else
            {
                done.Add((pending, scope));
            }
        }

        if (head is null)
        {
            return;
        }

        _last = group.Count;
        Volatile.Write(ref _busyAt, _last >= BusyGroup ? Environment.TickCount64 : _busyAt);
        await _seal.Seal(new OpenCommit(connection, began!, head, leaves));
        await connection.Commit(head);
        _database.Committed(head);
        if (done.Any(d => d.Scope.WantsTidy))
        {
            await connection.Tidy();
        }

        foreach (var (pending, scope) in done)
        {
            Stand(scope, pending);
        }
    }

    // A commit costs the same for one operation as for many: the group waits a moment to become as large as the one before.
    private async Task<bool> MoreComes(Task waited)
    {
        var more = _queue.Reader.WaitToReadAsync();
        if (more.IsCompleted)
        {
            return await more;
        }

        var next = more.AsTask();
        return await Task.WhenAny(next, waited) == next && await next;
    }

    private static void Stand(WriteScope scope, IPending pending)
    {
        foreach (var action in scope.AfterCommitActions)
        {
            action();
        }

        pending.Succeed();
    }

    private async Task<(Head, WriteScope?)> RunOne(WriterConnection connection, Head head, IPending pending)
    {
        var scope = new WriteScope(connection, head with { }, Later(head.LastAt), _entropy);
        await using (scope)
        {
            try
            {
                await pending.Run(scope);
                await scope.Flush();
                return (scope.Head, scope);
            }
            catch (Exception no) when (connection.Connection.State == System.Data.ConnectionState.Open)
            {
                if (scope.SavepointSet)
                {
                    await connection.RollBackToSavepoint();
                }

                pending.Fail(no is DbUpdateConcurrencyException ? new StaleWriteException(no) : no);
                return (head, null);
            }
        }
    }

    private DateTime Later(DateTime last)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        now = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        return now > last ? now : last;
    }

    private void TakeWaiting(List<IPending> group)
    {
        while (group.Count < GroupLimit && _queue.Reader.TryRead(out var waiting))
        {
            group.Add(waiting);
        }
    }

    private async Task GiveUp()
    {
        if (_connection is { } broken)
        {
            _connection = null;
            await broken.GiveUp();
        }
    }

    /// <summary>Finishes what is queued and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        if (_connection is { } last)
        {
            _connection = null;
            await last.DisposeAsync();
        }
    }

    private interface IPending
    {
        Task Run(WriteScope scope);

        void Succeed();

        void Fail(Exception fault);
    }

    private sealed class Pending<T>(Func<WriteScope, Task<T>> operation) : IPending
    {
        private T? _result;

        // Callers continue elsewhere: their work must not hold up the next commit.
        internal TaskCompletionSource<T> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task Run(WriteScope scope) => _result = await operation(scope);

        public void Succeed() => Answer.TrySetResult(_result!);

        public void Fail(Exception fault) => Answer.TrySetException(fault);
    }
}

/// <summary>Somebody else changed the row between this operation's reading and its writing: show both and ask again.</summary>
public sealed class StaleWriteException(Exception cause) : Exception("The row changed since it was shown.", cause);
