using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Lianxin.Database;

/// <summary>
/// Copies every row of one database into the empty tables of the other kind, from one moment of the source. The search index is left
/// out: it has another form on each and holds no truth of its own.
/// </summary>
public static class TableCopy
{
    /// <summary>From PostgreSQL into a SQLite file whose schema is made and empty; returns the rows copied.</summary>
    public static async Task<long> ToSqlite(LianxinDatabase source, DatabaseSettings target, CancellationToken stop)
    {
        await using var from = new NpgsqlConnection(source.Source.PostgresWriteConnection);
        await from.OpenAsync(stop);
        await using var moment = await from.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await Run(from, "set transaction read only", stop);
        await using var to = new SqliteConnection(target.SqliteWriteConnection);
        await to.OpenAsync(stop);
        await Run(to, "pragma synchronous=off; begin; delete from head", stop);
        var rows = 0L;
        foreach (var table in Tables(source))
        {
            rows += await CopyToSqlite(from, to, table, stop);
        }

        await Run(to, "commit; pragma synchronous=full; pragma wal_checkpoint(truncate)", stop);
        return rows;
    }

    /// <summary>From a SQLite file into a PostgreSQL database whose schema is made and empty; all rows or none.</summary>
    public static async Task<long> ToPostgres(DatabaseSettings source, LianxinDatabase target, CancellationToken stop)
    {
        await using var from = new SqliteConnection(source.SqliteReadConnection);
        await from.OpenAsync(stop);
        await using var to = new NpgsqlConnection(target.Source.PostgresWriteConnection);
        await to.OpenAsync(stop);
        await using var all = await to.BeginTransactionAsync(stop);
        await Run(to, "delete from head", stop);
        var rows = 0L;
        foreach (var table in Tables(target))
        {
            rows += await CopyToPostgres(from, to, table, stop);
        }

        await all.CommitAsync(stop);
        return rows;
    }

    private static async Task<long> CopyToSqlite(NpgsqlConnection from, SqliteConnection to, CopiedTable table, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(table.Select, from);
        await using var reader = await command.ExecuteReaderAsync(stop);
        using var insert = new SqliteStatement(to, table.Insert);
        var rows = 0L;
        while (await reader.ReadAsync(stop))
        {
            for (var i = 0; i < table.Columns.Length; i++)
            {
                insert.Bind(i + 1, reader.IsDBNull(i) ? null : StoredForm.Read(reader.GetValue(i)));
            }

            insert.Execute();
            rows++;
        }

        return rows;
    }

    private static async Task<long> CopyToPostgres(SqliteConnection from, NpgsqlConnection to, CopiedTable table, CancellationToken stop)
    {
        await using var command = from.CreateCommand();
        command.CommandText = table.Select;
        await using var reader = await command.ExecuteReaderAsync(stop);
        await using var import = await to.BeginBinaryImportAsync($"copy \"{table.Name}\" ({table.Names}) from stdin (format binary)", stop);
        var rows = 0L;
        while (await reader.ReadAsync(stop))
        {
            await import.StartRowAsync(stop);
            for (var i = 0; i < table.Columns.Length; i++)
            {
                await Write(import, reader.IsDBNull(i) ? null : reader.GetValue(i), table.Columns[i].Type, stop);
            }

            rows++;
        }

        await import.CompleteAsync(stop);
        return rows;
    }

    private static Task Write(NpgsqlBinaryImporter import, object? cell, string type, CancellationToken stop) => (type, cell) switch
    {
        (_, null) => import.WriteNullAsync(stop),
        ("uuid", string text) => import.WriteAsync(Guid.Parse(text), NpgsqlDbType.Uuid, stop),
        ("timestamp with time zone", string text) => import.WriteAsync(
            DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), NpgsqlDbType.TimestampTz, stop),
        ("date", string text) => import.WriteAsync(DateOnly.Parse(text, CultureInfo.InvariantCulture), NpgsqlDbType.Date, stop),
        ("boolean", long flag) => import.WriteAsync(flag != 0, NpgsqlDbType.Boolean, stop),
        ("integer", long number) => import.WriteAsync((int)number, NpgsqlDbType.Integer, stop),
        ("bigint", long number) => import.WriteAsync(number, NpgsqlDbType.Bigint, stop),
        ("bytea", byte[] bytes) => import.WriteAsync(bytes, NpgsqlDbType.Bytea, stop),
        ("text", string text) => import.WriteAsync(text, NpgsqlDbType.Text, stop),
        ("double precision", double number) => import.WriteAsync(number, NpgsqlDbType.Double, stop),
        _ => throw new NotSupportedException($"A cell of {cell.GetType()} has no form as {type}."),
    };

    private static async Task Run(DbConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static List<CopiedTable> Tables(LianxinDatabase database)
    {
        using var db = database.Read();
        return db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).OrderBy(e => e.GetTableName(), StringComparer.Ordinal).Select(CopiedTable.Of).ToList();
    }

    private sealed record CopiedTable(string Name, (string Name, string Type)[] Columns)
    {
        internal string Names => string.Join(", ", Columns.Select(c => '"' + c.Name + '"'));

        internal string Select => $"select {Names} from \"{Name}\"";

        internal string Insert => $"insert into \"{Name}\" ({Names}) values ({string.Join(", ", Columns.Select((_, i) => "$" + (i + 1)))})";

        internal static CopiedTable Of(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            return new CopiedTable(entity.GetTableName()!, [.. entity.GetProperties().Select(p => (p.GetColumnName(table)!, p.GetColumnType()))]);
        }
    }
}
