using System.Net;
using System.Net.Sockets;

namespace Lianxin.BrowserTests;

/// <summary>The published binary as a process of its own, with a data folder and, on PostgreSQL, a database that end with it.</summary>
public sealed class ProductHost : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly ProductProcess _process;
    private readonly PostgresDatabase? _database;

    private ProductHost(ProductProcess process, PostgresDatabase? database, Uri address, string dataFolder)
    {
        (_process, _database, Address, DataFolder) = (process, database, address, dataFolder);
    }

    public Uri Address { get; }

    public string DataFolder { get; }

    /// <summary>Everything the process has written so far, both streams.</summary>
    public string Output => _process.Output;

    /// <summary>Starts "up" with the given further arguments and returns once /healthz answers.</summary>
    public static async Task<ProductHost> Start(ProductDatabase kind, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-browser-").FullName;
        var database = kind == ProductDatabase.Postgres ? await PostgresDatabase.Create() : null;
        var address = new Uri($"http://localhost:{FreePort()}");
        string[] where = database is null ? [] : ["--db", database.ConnectionString];
        var process = ProductProcess.Start(["up", "--data", folder, "--urls", address.ToString().TrimEnd('/'), .. where, .. arguments]);
        var host = new ProductHost(process, database, address, folder);
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
