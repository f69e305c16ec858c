using System.Globalization;
using Npgsql;

namespace Lianxin.FaultTests;

/// <summary>A PostgreSQL of the test's own, durable as in production, to be broken and started again.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lianxin-fault-pg-").FullName;
    private readonly string _bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin/";
    private readonly int _port = Random.Shared.Next(33000, 39000);

    private string Data => Path.Combine(_folder, "data");

    private string Server => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=lianxin");

    internal static async Task<PostgresCluster> Start()
    {
        var cluster = new PostgresCluster();
        if (Shell.IsRoot)
        {
            await Shell.Run("chown", "postgres", cluster._folder);
        }

        await cluster.AsPostgres("initdb", "-D", cluster.Data, "-U", "lianxin", "-A", "trust", "-E", "UTF8", "--locale=C");
        await cluster.Control("start");
        return cluster;
    }

    /// <summary>Ends every process of it at once, as a crash does, and starts it again.</summary>
    internal async Task Crash()
    {
        await AsPostgres("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        await Control("start");
    }

    /// <summary>A fresh database.</summary>
    internal async Task<string> Make()
    {
        var name = $"fault_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Server + ";Database=postgres;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return Server + ";Database=" + name;
    }

    public async ValueTask DisposeAsync()
    {
        await AsPostgres("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task Control(string verb) => AsPostgres(
        "pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), verb,
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{_folder}' -c fsync=on"));

    // The server's own output goes to its log; what pg_ctl says would hold the pipe open.
    private async Task AsPostgres(string program, params string[] arguments)
    {
        string[] line = [_bin + program, .. arguments];
        var quoted = string.Join(' ', line.Select(a => "'" + a.Replace("'", "'\\''", StringComparison.Ordinal) + "'")) + $" >>'{_folder}/said' 2>&1 </dev/null";
        var (code, _) = Shell.IsRoot ? await Shell.Try("runuser", "-u", "postgres", "--", "sh", "-c", quoted) : await Shell.Try("sh", "-c", quoted);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} failed: {await File.ReadAllTextAsync(Path.Combine(_folder, "said"))}");
        }
    }
}
