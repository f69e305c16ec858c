using Npgsql;

namespace Lianxin.BrowserTests;

/// <summary>Which database the product runs on in a test.</summary>
public enum ProductDatabase
{
    Sqlite,
    Postgres,
}

/// <summary>A fresh, empty database on the run's PostgreSQL cluster (LIANXIN_TEST_POSTGRES), dropped at the end.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _cluster;
    private readonly string _name = $"browser_{Guid.NewGuid():N}";

    private PostgresDatabase(string cluster) => _cluster = cluster;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_cluster) { Database = _name }.ConnectionString;

    public static async Task<PostgresDatabase> Create()
    {
        var cluster = Environment.GetEnvironmentVariable("LIANXIN_TEST_POSTGRES")
            ?? throw new InvalidOperationException("LIANXIN_TEST_POSTGRES is not set: run ./test browser.");
        var database = new PostgresDatabase(cluster);
        await database.Run($"create database {database._name}");
        return database;
    }

    public async ValueTask DisposeAsync() => await Run($"drop database if exists {_name} with (force)");

    private async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_cluster) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
