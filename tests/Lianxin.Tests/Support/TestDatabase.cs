using Lianxin.Database;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lianxin.Tests.Support;

/// <summary>A database of a test's own: a copy of a template that was made once from the scripts, on the kind the run is for.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Root = Directory.CreateTempSubdirectory("lianxin-tests-").FullName;
    private static readonly Lazy<Task<DataPlace>> Town = new(() => MakeTemplate("town", fill: true));
    private static readonly Lazy<Task<DataPlace>> Empty = new(() => MakeTemplate("empty", fill: false));
    private static readonly SemaphoreSlim Cloning = new(1, 1);
    private static int _count;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);

    private TestDatabase(DataPlace place) => Place = place;

    public DataPlace Place { get; }

    /// <summary>The kind this run is for, from LIANXIN_TEST_DATABASE.</summary>
    public static DatabaseKind Kind { get; } =
        Environment.GetEnvironmentVariable("LIANXIN_TEST_DATABASE") == "postgres" ? DatabaseKind.Postgres : DatabaseKind.Sqlite;

    /// <summary>A copy of a template: the schema with the test town, or the schema alone.</summary>
    public static async Task<TestDatabase> Make(bool empty = false)
    {
        var template = await (empty ? Empty : Town).Value;
        var number = Interlocked.Increment(ref _count);
        var folder = Path.Combine(Root, $"{number}");
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        if (!empty)
        {
            foreach (var key in Directory.EnumerateFiles(template.KeyFolder))
            {
                File.Copy(key, Path.Combine(folder, "keys", Path.GetFileName(key)));
            }
        }

        if (Kind == DatabaseKind.Sqlite)
        {
            File.Copy(template.Database.SqliteFile, Path.Combine(folder, "lianxin.db"));
            return new TestDatabase(new DataPlace(folder, null));
        }

        var name = Name(number);
        await Cloning.WaitAsync();
        try
        {
            await Administer($"create database {name} template {new NpgsqlConnectionStringBuilder(template.Postgres).Database}");
        }
        finally
        {
            Cloning.Release();
        }

        return new TestDatabase(new DataPlace(folder, Connection(name)));
    }

    /// <summary>A place with nothing in it at all, of the kind named: not even a schema.</summary>
    public static async Task<TestDatabase> MakeBare(DatabaseKind kind)
    {
        var number = Interlocked.Increment(ref _count);
        var folder = Path.Combine(Root, $"{number}");
        Directory.CreateDirectory(folder);
        if (kind == DatabaseKind.Sqlite)
        {
            return new TestDatabase(new DataPlace(folder, null));
        }

        await Administer($"create database {Name(number)}");
        return new TestDatabase(new DataPlace(folder, Connection(Name(number))));
    }

    public async ValueTask DisposeAsync()
    {
        if (Place.Database.Kind == DatabaseKind.Sqlite)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await Administer($"drop database if exists {new NpgsqlConnectionStringBuilder(Place.Postgres).Database} with (force)");
        }

        Directory.Delete(Place.Folder, recursive: true);
    }

    private static async Task<DataPlace> MakeTemplate(string kind, bool fill)
    {
        var database = $"lianxin_{Environment.ProcessId}_{kind}";
        var place = new DataPlace(Path.Combine(Root, kind), Kind == DatabaseKind.Sqlite ? null : Connection(database));
        if (Kind == DatabaseKind.Postgres)
        {
            await Administer($"create database {database}");
        }

        await SchemaRunner.Run(place.Database, DateTime.UnixEpoch);
        if (fill)
        {
            await Fill(place);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return place;
    }

    private static async Task Fill(DataPlace place)
    {
        var clock = new TestClock();
        clock.SetLocal(2024, 1, 1);
        await using var services = new ServiceCollection()
            .AddLianxin(place)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider();
        services.GetRequiredService<KeyRing>();
        await TestTown.Build(services);
    }

    private static string Name(int number) => $"lianxin_{Environment.ProcessId}_{number}";

    private static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(Server()) { Database = database }.ConnectionString;

    private static string Server() => Environment.GetEnvironmentVariable("LIANXIN_TEST_POSTGRES")
        ?? throw new InvalidOperationException("Set LIANXIN_TEST_POSTGRES to a server, for example Host=/tmp/pg;Port=5544;Username=postgres.");

    private static async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server()) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
