using System.Data;
using System.Data.Common;
using Lianxin.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>What the head row says about journals and numbers.</summary>
internal sealed record HeadSizes(long Facts, long Looks, int NumberYear, long NumberLast);

/// <summary>One read transaction: everything read through it is of one moment, whatever a running server writes meanwhile.</summary>
internal sealed class RebuildSnapshot : IAsyncDisposable
{
    private const int Attempts = 20;
    private readonly DbTransaction _transaction;

    private RebuildSnapshot(LianxinDb db, DbTransaction transaction)
    {
        Db = db;
        _transaction = transaction;
    }

    internal LianxinDb Db { get; }

    internal DatabaseKind Kind => _transaction is SqliteTransaction ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    /// <summary>Null when the head row is gone.</summary>
    internal HeadSizes? Head { get; private set; }

    /// <summary>Several snapshots of the same moment as far as the journals go; fewer when the server writes too fast for that.</summary>
    internal static async Task<IReadOnlyList<RebuildSnapshot>> OpenSame(LianxinDatabase database, int count)
    {
        var same = new List<RebuildSnapshot> { await Open(database) };
        for (var attempt = 0; same.Count < count && attempt < Attempts; attempt++)
        {
            var next = await Open(database);
            if (next.Head == same[0].Head)
            {
                same.Add(next);
                continue;
            }

            // Derived rows move only with the journals, so the newer one starts a new set.
            await Task.WhenAll(same.Select(s => s.DisposeAsync().AsTask()));
            same = [next];
        }

        return same;
    }

    /// <summary>A statement in the snapshot, with numbered parameters.</summary>
    internal DbCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = _transaction.Connection!.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = command is SqliteCommand ? "$" + (i + 1) : "";
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>A statement over a span: $1 and $2 are its ends.</summary>
    internal DbCommand Command(string sql, MatterSpan span) => span.IsNone ? Command(sql) : Command(sql, span.After, span.UpTo);

    /// <summary>One number, or null.</summary>
    internal async Task<long?> Number(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync() is { } found and not DBNull ? Convert.ToInt64(found, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }

    private static async Task<RebuildSnapshot> Open(LianxinDatabase database)
    {
        var db = database.Read();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await db.Database.UseTransactionAsync(transaction);
        db.Database.SetCommandTimeout(0);
        var snapshot = new RebuildSnapshot(db, transaction);
        snapshot.Head = await snapshot.ReadHead();
        return snapshot;
    }

    private async Task<HeadSizes?> ReadHead()
    {
        await using var command = Command("select fact_size, access_size, number_year, number_last from head where id = 1");
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new HeadSizes(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt64(3))
            : null;
    }
}
