using Lianxin.Database;
using Lianxin.Web.Hosting;
using Npgsql;

namespace Lianxin.Web.Bench;

/// <summary>A data place of the bench's own: a folder, and on PostgreSQL a database, both gone afterwards unless they are kept.</summary>
internal sealed class BenchPlace : IAsyncDisposable
{
    private readonly string? _server;
    private readonly bool _kept;

    private BenchPlace(DataPlace place, string? server, bool kept) => (Place, _server, _kept) = (place, server, kept);

    internal DataPlace Place { get; }

    /// <summary>True when a whole set was left there by an earlier run.</summary>
    internal bool IsThere { get; private init; }

    private string Mark => Path.Combine(Place.Folder, "bench-set");

    /// <summary>Makes an empty place with its schema, or finds the kept one of that name.</summary>
    internal static async Task<BenchPlace> Make(BenchSettings settings, string name)
    {
        var folder = Path.Combine(settings.Keep ?? Path.Combine(Path.GetTempPath(), $"lianxin-bench-{Environment.ProcessId}"), (settings.Db is null ? "sqlite-" : "postgres-") + name);
        var database = $"lianxin_bench_{(settings.Keep is null ? Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) : "kept")}_{name}".Replace('-', '_');
        var connection = settings.Db is null ? null : new NpgsqlConnectionStringBuilder(settings.Db) { Database = database }.ConnectionString;
        var place = new BenchPlace(new DataPlace(folder, connection), settings.Db, settings.Keep is not null) { IsThere = File.Exists(Path.Combine(folder, "bench-set")) };
        if (!place.IsThere)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            await place.Sql($"drop database if exists \"{database}\" with (force)", $"create database \"{database}\"");
        }

        await SchemaRunner.Run(place.Place.Database, TimeProvider.System.GetUtcNow().UtcDateTime);
        return place;
    }

    /// <summary>Says that the set is whole. PostgreSQL counts what it holds, as it does by itself in a district that grew slowly.</summary>
    internal async Task Finish()
    {
        if (Place.Postgres is { } connection)
        {
            await Sql(connection, "analyze");
        }

        await File.WriteAllTextAsync(Mark, "");
    }

    public async ValueTask DisposeAsync()
    {
        if (_kept)
        {
            return;
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        await Sql($"drop database if exists \"{new NpgsqlConnectionStringBuilder(Place.Postgres).Database}\" with (force)");
        Directory.Delete(Place.Folder, recursive: true);
    }

    private async Task Sql(params string[] statements)
    {
        if (_server is null)
        {
            return;
        }

        await Sql(new NpgsqlConnectionStringBuilder(_server) { Database = "postgres", Pooling = false }.ConnectionString, statements);
    }

    private static async Task Sql(string server, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

/// <summary>How a bench runs: PostgreSQL's address or none, where sets are kept, how large the large set is, seconds and rounds, matters before the first round.</summary>
internal sealed record BenchSettings(string? Db, string? Keep, int Matters, double Seconds, int Rounds, int Warm);
