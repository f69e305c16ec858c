using System.Collections.Concurrent;
using System.Diagnostics;
using Lianxin.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Lianxin.Web.Bench;

/// <summary>The plainest way to write the same rows durably: no journal, no folds, no checks. Keys rise from round to round.</summary>
internal abstract class RawInserts(RawRows rows) : IAsyncDisposable
{
    private long _turn;

    /// <summary>The captured rows.</summary>
    protected RawRows Rows { get; } = rows;

    internal static async Task<RawInserts> Open(DataPlace place, RawRows rows, int connections) =>
        place.Postgres is null ? new SqliteRawInserts(place, rows) : await PostgresRawInserts.Connect(place.Postgres, rows, connections);

    /// <summary>Inserts for that long; matters a second.</summary>
    internal abstract Task<double> Round(double seconds);

    public abstract ValueTask DisposeAsync();

    /// <summary>The rows of the next matter with keys that were not used: numbers, sequences, hashes and ids are moved on.</summary>
    protected (int Insert, object[] Values)[] Next()
    {
        var turn = Interlocked.Increment(ref _turn) - 1;
        var matter = Rows.Matters[(int)(turn % Rows.Matters.Count)];
        var lap = turn / Rows.Matters.Count;
        return lap == 0 ? [.. matter] : [.. matter.Select(r => (r.Insert, Moved(Rows.Inserts[r.Insert], r.Values, lap)))];
    }

    private static object[] Moved(RawInsert insert, object[] values, long lap)
    {
        var moved = (object[])values.Clone();
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = moved[i] switch
            {
                long number when IsKey(insert, i) => number + (lap * 1_000_000),
                byte[] { Length: 16 or 32 } hash => Mixed(hash, lap),
                Guid id => new Guid(Mixed(id.ToByteArray(), lap)),
                string { Length: > 13 } key when key[12] == '-' && long.TryParse(key.AsSpan(0, 12), out var number) => (number + (lap * 1_000_000)) + key[12..],
                string { Length: 36 } id when Guid.TryParse(id, out var parsed) => new Guid(Mixed(parsed.ToByteArray(), lap)).ToString().ToUpperInvariant(),
                var same => same,
            };
        }

        return moved;
    }

    // Numbers and sequences are the only whole numbers beyond a small count.
    private static bool IsKey(RawInsert insert, int column) => insert.Types[column] is "INTEGER" or "bigint";

    private static byte[] Mixed(byte[] bytes, long lap)
    {
        var mixed = (byte[])bytes.Clone();
        for (var i = 0; i < 4; i++)
        {
            mixed[6 + i] ^= (byte)(lap >> (8 * i));
        }

        return mixed;
    }
}

/// <summary>SQLite: one connection, prepared statements stepped without ADO.NET, 64 matters a commit, <c>synchronous=FULL</c>.</summary>
internal sealed class SqliteRawInserts : RawInserts
{
    private const int Group = 64;
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt[] _statements;

    internal SqliteRawInserts(DataPlace place, RawRows rows)
        : base(rows)
    {
        _connection = new SqliteConnection($"Data Source={place.Database.SqliteFile};Pooling=False");
        _connection.Open();
        Run("pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma cache_size=-65536; pragma wal_autocheckpoint=4000;");
        _statements = [.. rows.Inserts.Select(i => raw.sqlite3_prepare_v2(_connection.Handle, i.Sql, out var statement) == raw.SQLITE_OK ? statement : throw Fault())];
    }

    internal override Task<double> Round(double seconds)
    {
        var watch = new Stopwatch();
        var done = 0L;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            // Making the rows is no part of inserting them.
            var group = Enumerable.Range(0, Group).Select(_ => Next()).ToArray();
            watch.Start();
            Run("begin immediate");
            foreach (var (insert, values) in group.SelectMany(matter => matter))
            {
                Insert(_statements[insert], values);
            }

            Run("commit");
            watch.Stop();
            done += Group;
        }

        return Task.FromResult(done / watch.Elapsed.TotalSeconds);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        await _connection.DisposeAsync();
    }

    private void Insert(sqlite3_stmt statement, object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _ = values[i] switch
            {
                long number => raw.sqlite3_bind_int64(statement, i + 1, number),
                string text => raw.sqlite3_bind_text(statement, i + 1, text),
                byte[] bytes => raw.sqlite3_bind_blob(statement, i + 1, bytes),
                _ => raw.sqlite3_bind_null(statement, i + 1),
            };
        }

        if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
        {
            throw Fault();
        }

        _ = raw.sqlite3_reset(statement);
    }

    private InvalidOperationException Fault() => new(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string());

    private void Run(string sql)
    {
        if (raw.sqlite3_exec(_connection.Handle, sql) != raw.SQLITE_OK)
        {
            throw Fault();
        }
    }
}

/// <summary>PostgreSQL: as many connections as the intake has, a transaction and one round trip a matter, <c>synchronous_commit=on</c>.</summary>
internal sealed class PostgresRawInserts : RawInserts
{
    // Rows made ready before the clock runs; a round that uses them up ends there.
    private const int MostPerSecond = 10_000;
    private readonly NpgsqlConnection[] _connections;

    private PostgresRawInserts(NpgsqlConnection[] connections, RawRows rows)
        : base(rows) => _connections = connections;

    internal static async Task<PostgresRawInserts> Connect(string postgres, RawRows rows, int connections)
    {
        var text = new NpgsqlConnectionStringBuilder(postgres) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, Pooling = false }.ConnectionString;
        var open = new List<NpgsqlConnection>();
        for (var i = 0; i < connections; i++)
        {
            var connection = new NpgsqlConnection(text);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("set synchronous_commit = on", connection);
            await command.ExecuteNonQueryAsync();
            open.Add(connection);
        }

        return new PostgresRawInserts([.. open], rows);
    }

    internal override async Task<double> Round(double seconds)
    {
        var ready = new ConcurrentQueue<(int Insert, object[] Values)[]>(Enumerable.Range(0, (int)(seconds * MostPerSecond)).Select(_ => Next()));
        var all = ready.Count;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(_connections.Select(async connection =>
        {
            while (watch.Elapsed.TotalSeconds < seconds && ready.TryDequeue(out var matter))
            {
                await Insert(connection, matter);
            }
        }));
        return (all - ready.Count) / watch.Elapsed.TotalSeconds;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
    }

    // A batch without a transaction of its own is one.
    private async Task Insert(NpgsqlConnection connection, (int Insert, object[] Values)[] matter)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (insert, values) in matter)
        {
            var command = new NpgsqlBatchCommand(Rows.Inserts[insert].Sql);
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = values[i], DataTypeName = Rows.Inserts[insert].Types[i] });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }
}
