using System.Net;
using System.Net.Sockets;

namespace Lianxin.BrowserTests;

/// <summary>The published binary as a process of its own, with a data folder and, on PostgreSQL, a database that end with it.</summary>
public sealed class ProductHost : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly ProductProcess _process;
    private readonly PostgresDatabase? _database;

    private string[] _where = [];

    private ProductHost(ProductProcess process, PostgresDatabase? database, Uri address, string dataFolder)
    {
        (_process, _database, Address, DataFolder) = (process, database, address, dataFolder);
    }

    public Uri Address { get; }

    public string DataFolder { get; }

    /// <summary>Everything the process has written so far, both streams.</summary>
    public string Output => _process.Output;

    /// <summary>Starts "up" with the given further arguments and returns once /healthz answers.</summary>
    public static Task<ProductHost> Start(ProductDatabase kind, params string[] arguments) => Start(kind, null, null, arguments);

    /// <summary>The same over a copy of a demo town's folder, shown a wall time of Asia/Shanghai that <see cref="Show"/> moves.</summary>
    public static Task<ProductHost> StartShown(ProductDatabase kind, DateTime local, string? town, params string[] arguments) => Start(kind, local, town, arguments);

    private static async Task<ProductHost> Start(ProductDatabase kind, DateTime? local, string? town, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-browser-").FullName;
        if (town is not null)
        {
            ScenarioTown.Copy(town, folder);
        }

        if (local is { } shown)
        {
            Show(folder, shown);
        }

        var database = kind == ProductDatabase.Postgres ? await PostgresDatabase.Create() : null;
        var address = new Uri($"http://localhost:{FreePort()}");
        string[] where = database is null ? [] : ["--db", database.ConnectionString];
        var process = ProductProcess.Start(["up", "--data", folder, "--urls", address.ToString().TrimEnd('/'), .. where, .. arguments], Clock(folder, local));
        var host = new ProductHost(process, database, address, folder) { _where = [.. where, "--data", folder] };
        try
        {
            await host.UntilHealthy();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Moves the clock to a later wall time of Asia/Shanghai; returns when the product has seen it.</summary>
    public async Task Show(string wallTime)
    {
        Show(DataFolder, DateTime.ParseExact(wallTime, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    /// <summary>A fresh one-time link of an officer, as a path.</summary>
    public Task<string> Link(string officer) => Verb("link", officer);

    /// <summary>Runs a job now, as the command line does.</summary>
    public Task<string> Job(string name) => Verb("job", "run", name);

    /// <summary>Ends the process and leaves its folder until it is disposed.</summary>
    public ValueTask End() => _process.DisposeAsync();

    private async Task<string> Verb(params string[] arguments)
    {
        await using var verb = ProductProcess.Start([.. arguments, .. _where], Clock(DataFolder, File.Exists(ClockFile(DataFolder)) ? DateTime.UnixEpoch : null));
        Assert.True(await verb.Ended() == 0, verb.Output);
        return verb.Output.Trim();
    }

    private static string ClockFile(string folder) => Path.Combine(folder, "clock");

    private static (string, string)? Clock(string folder, DateTime? shown) => shown is null ? null : ("LIANXIN__Clock", ClockFile(folder));

    private static void Show(string folder, DateTime local)
    {
        var next = ClockFile(folder) + ".next";
        File.WriteAllText(next, local.ToString("yyyy-MM-ddTHH:mm:ss+08:00", System.Globalization.CultureInfo.InvariantCulture));
        File.Move(next, ClockFile(folder), overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Directory.Delete(DataFolder, recursive: true);
    }

    private async Task UntilHealthy()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        using var limit = new CancellationTokenSource(StartLimit);
        while (!await Healthy(client))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"The product did not become healthy at {Address}:\n{Output}");
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<bool> Healthy(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/healthz");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
