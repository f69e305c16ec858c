using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Database;

/// <summary>The one connection a node writes on, and the only code that knows how the two databases differ in writing.</summary>
internal abstract class WriterConnection(LianxinDatabase database) : IAsyncDisposable
{
    protected LianxinDatabase Database { get; } = database;

    protected DbTransaction? Transaction { get; set; }

    internal abstract DbConnection Connection { get; }

    protected abstract DbContextOptions<LianxinDb> Options { get; }

    /// <summary>Starts the transaction, takes the head row for itself and reads it.</summary>
    internal abstract Task<Head> Begin();

    /// <summary>True when the savepoint of an operation that reads nothing travels in the same batch as its rows.</summary>
    internal abstract bool PipelinesSavepoint { get; }

    internal abstract Task Savepoint();

    /// <summary>Writes what an operation added: its rows, then its last statements, in their order.</summary>
    internal abstract Task Insert(IReadOnlyList<object> rows, IReadOnlyList<LastStatement> last, bool savepointSet);

    internal abstract Task Commit(Head head);

    internal LianxinDb OpenContext()
    {
        var db = Database.Context(Options);
        db.Database.AutoSavepointsEnabled = false;
        db.Database.UseTransaction(Transaction);
        return db;
    }

    internal DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = sql;
        return command;
    }

    internal async Task Run(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    internal abstract Task RollBackToSavepoint();

    internal async Task Abandon()
    {
        if (Transaction is { } transaction)
        {
            Transaction = null;
            await transaction.DisposeAsync();
        }
    }

    /// <summary>Closes a connection that failed: the database has undone, or undoes now, what was not committed.</summary>
    internal async ValueTask GiveUp()
    {
        try
        {
            await Close();
        }
        catch (DbException)
        {
            // It failed before and its failure was told to everyone concerned; the next group opens another one.
        }
    }

    public virtual ValueTask DisposeAsync() => Close();

    /// <summary>Gives back everything the connection holds.</summary>
    protected virtual async ValueTask Close()
    {
        try
        {
            await Abandon();
        }
        finally
        {
            await Connection.DisposeAsync();
        }
    }

    protected async Task<Head> ReadHead(string sql)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new Head
        {
            FactSize = reader.GetInt64(0),
            AccessSize = reader.GetInt64(1),
            LastAt = DateTime.SpecifyKind(reader.GetDateTime(2), DateTimeKind.Utc),
            NumberYear = reader.GetInt32(3),
            NumberLast = reader.GetInt64(4),
            SettingsEpoch = reader.GetInt64(5),
            FactFrontier = (byte[])reader.GetValue(6),
            AccessFrontier = (byte[])reader.GetValue(7),
        };
    }

    protected Task WriteHead(Head head) => Run(
        "update head set fact_size=$1, access_size=$2, last_at=$3, number_year=$4, number_last=$5, settings_epoch=$6, fact_frontier=$7, access_frontier=$8 where id=1",
        [head.FactSize, head.AccessSize, head.LastAt, head.NumberYear, head.NumberLast, head.SettingsEpoch, head.FactFrontier, head.AccessFrontier]);

    /// <summary>Runs a statement with numbered parameters.</summary>
    internal abstract Task<int> Run(string sql, object[] values);

    /// <summary>Empties the log of changes; a reader that is still in it leaves that to the next time.</summary>
    internal virtual Task Tidy() => Task.CompletedTask;

    protected const string HeadColumns =
        "select fact_size, access_size, last_at, number_year, number_last, settings_epoch, fact_frontier, access_frontier from head where id=1";

    internal DatabaseKind Kind => Database.Source.Kind;
}

/// <summary>A statement that goes with the operation's rows, after them; where it changes nothing, <paramref name="WhenNone"/> says what is thrown.</summary>
internal readonly record struct LastStatement(string Sql, object[] Values, Func<Exception>? WhenNone)
{
    internal bool Fails(int changed) => changed == 0 && WhenNone is not null;
}

/// <summary>SQLite: the process's only connection that writes, and the only one that checkpoints.</summary>
internal sealed class SqliteWriterConnection : WriterConnection
{
    private readonly SqliteConnection _connection;
    private readonly SqliteInserter _inserter;
    private readonly Dictionary<string, SqliteStatement> _prepared = [];

    internal SqliteWriterConnection(LianxinDatabase database)
        : base(database)
    {
        _connection = new SqliteConnection(database.Source.SqliteWriteConnection);
        _connection.Open();
        using var pragma = _connection.CreateCommand();
        pragma.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma cache_size=-65536; pragma temp_store=memory; pragma wal_autocheckpoint=4000;";
        pragma.ExecuteNonQuery();
        _inserter = new SqliteInserter(_connection);
        Options = database.Options(o => o.UseSqlite(_connection));
    }

    internal override DbConnection Connection => _connection;

    protected override DbContextOptions<LianxinDb> Options { get; }

    internal override Task<Head> Begin()
    {
        Transaction = _connection.BeginTransaction(deferred: false);
        return ReadHead(HeadColumns);
    }

    internal override bool PipelinesSavepoint => false;

    internal override Task Savepoint() => Run("savepoint op", []);

    internal override Task RollBackToSavepoint() => Run("rollback to savepoint op; release savepoint op");

    internal override async Task Insert(IReadOnlyList<object> rows, IReadOnlyList<LastStatement> last, bool savepointSet)
    {
        foreach (var row in rows)
        {
            _inserter.Insert(row, Database.Shape(row));
        }

        foreach (var statement in last)
        {
            if (statement.Fails(await Run(statement.Sql, statement.Values)))
            {
                throw statement.WhenNone!();
            }
        }

        await Run("release savepoint op", []);
    }

    internal override async Task Commit(Head head)
    {
        await WriteHead(head);
        await Transaction!.CommitAsync();
        await Abandon();
    }

    // The statements are the product's own and few: each is prepared once.
    internal override Task<int> Run(string sql, object[] values)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(_connection, sql);
            _prepared.Add(sql, statement);
        }

        for (var i = 0; i < values.Length; i++)
        {
            statement.BindNumbered(i + 1, values[i]);
        }

        return Task.FromResult(statement.Execute());
    }

    public override async ValueTask DisposeAsync()
    {
        await Abandon();

        // What is left in the log goes into the file now: readers that stay open could not do it later.
        await Tidy();
        await base.DisposeAsync();
    }

    internal override Task Tidy() => Run("pragma wal_checkpoint(truncate)");

    protected override ValueTask Close()
    {
        _inserter.Dispose();
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        return base.Close();
    }
}
