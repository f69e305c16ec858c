using System.Data.Common;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Lianxin.Tests.Foundation;

/// <summary>Somebody with SQL write access: changes cells and rows behind the product's back, and puts them back again.</summary>
internal sealed class DirectRows : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly LianxinDb? _db;

    private DirectRows(DbConnection connection, LianxinDb? db)
    {
        _connection = connection;
        _db = db;
    }

    internal static async Task<DirectRows> Open(TestApp app)
    {
        var settings = app.Get<DatabaseSettings>();
        DbConnection connection = settings.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection($"Data Source={settings.SqliteFile};Pooling=False")
            : new NpgsqlConnection(settings.PostgresConnection + ";Pooling=False");
        await connection.OpenAsync();
        return new DirectRows(connection, app.Read());
    }

    /// <summary>A SQLite file that no product has open.</summary>
    internal static async Task<DirectRows> OpenFile(DatabaseSettings settings)
    {
        var connection = new SqliteConnection($"Data Source={settings.SqliteFile};Pooling=False");
        await connection.OpenAsync();
        return new DirectRows(connection, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await (_db?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    internal IEntityType Table(string name) => _db!.Model.GetEntityTypes().Single(e => e.GetTableName() == name);

    internal static string[] KeyOf(IEntityType table) => [.. table.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];

    /// <summary>The row with the greatest key, by column; null when the table is empty.</summary>
    internal async Task<Dictionary<string, object>?> Last(IEntityType table) =>
        (await Rows($"select * from \"{table.GetTableName()}\" order by {string.Join(", ", KeyOf(table).Select(k => $"\"{k}\" desc"))} limit 1")).SingleOrDefault();

    internal async Task<List<Dictionary<string, object>>> Rows(string sql)
    {
        await using var command = Command(sql, []);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        }

        return rows;
    }

    /// <summary>Changes one cell; the row is found by its key as it is.</summary>
    internal Task Set(IEntityType table, Dictionary<string, object> row, string column, object value)
    {
        var key = KeyOf(table);
        return Run(
            $"update \"{table.GetTableName()}\" set \"{column}\" = $1 where {string.Join(" and ", key.Select((k, i) => $"\"{k}\" = ${i + 2}"))}",
            [value, .. key.Select(k => row[k])]);
    }

    internal Task Insert(IEntityType table, Dictionary<string, object> row) => Run(
        $"insert into \"{table.GetTableName()}\" ({string.Join(", ", row.Keys.Select(c => $"\"{c}\""))}) values ({string.Join(", ", row.Select((_, i) => $"${i + 1}"))})",
        [.. row.Values]);

    internal Task Delete(IEntityType table, Dictionary<string, object> row)
    {
        var key = KeyOf(table);
        return Run(
            $"delete from \"{table.GetTableName()}\" where {string.Join(" and ", key.Select((k, i) => $"\"{k}\" = ${i + 1}"))}",
            [.. key.Select(k => row[k])]);
    }

    internal async Task Run(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    /// <summary>A statement that may change any number of rows.</summary>
    internal async Task Any(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Another value that fits the column; from nothing, a first one.</summary>
    internal static object Other(IProperty property, object? old)
    {
        var type = property.GetValueConverter()?.ProviderClrType ?? property.ClrType;
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(int) => Convert.ToInt32(old ?? 3) + 1003,
            var t when t == typeof(long) => Convert.ToInt64(old ?? 3L) + 100_003L,
            var t when t == typeof(bool) => !Convert.ToBoolean(old ?? false),
            var t when t == typeof(string) => (old ?? "") + "x",
            var t when t == typeof(Guid) => new Guid("00000000-0000-7000-8000-00000000abcd"),
            var t when t == typeof(DateTime) => new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc),
            var t when t == typeof(DateOnly) => new DateOnly(2001, 2, 3),
            var t when t == typeof(byte[]) => Flipped((byte[]?)old ?? new byte[32]),
            var t => throw new NotSupportedException($"How is {property.Name} of {t} changed?"),
        };
    }

    private static byte[] Flipped(byte[] bytes)
    {
        var copy = (byte[])bytes.Clone();
        copy[copy.Length / 2] ^= 1;
        return copy;
    }

    private DbCommand Command(string sql, object[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = command is SqliteCommand ? "$" + (i + 1) : "";
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
