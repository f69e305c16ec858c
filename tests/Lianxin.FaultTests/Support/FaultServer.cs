using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lianxin.BrowserTests;

namespace Lianxin.FaultTests;

/// <summary>The published product over a place, to be killed, frozen and started again.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly ProductProcess _process;

    private FaultServer(ProductProcess process, Uri address) => (_process, Address) = (process, address);

    internal Uri Address { get; }

    internal string Output => _process.Output;

    internal bool HasExited => _process.HasExited;

    /// <summary>Starts it and waits until it is ready.</summary>
    internal static async Task<FaultServer> Start(FaultPlace place)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var server = new FaultServer(ProductProcess.Start(["up", .. place.Where, "--urls", address.ToString().TrimEnd('/')], ("Logging__LogLevel__Default", "Warning")), address);
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        for (var waited = Stopwatch.StartNew(); !await IsReady(client);)
        {
            if (server.HasExited || waited.Elapsed > TimeSpan.FromMinutes(2))
            {
                var said = server.Output;
                await server.DisposeAsync();
                throw new InvalidOperationException("The product did not start again:\n" + said);
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return server;
    }

    /// <summary>kill −9.</summary>
    internal ValueTask Kill() => _process.DisposeAsync();

    /// <summary>Stands still at this instant, as at a power cut; whatever it has not made durable stays in the machine's memory.</summary>
    internal Task Freeze() => Shell.Run("kill", "-STOP", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Memory in use, bytes.</summary>
    internal long Memory
    {
        get
        {
            using var process = Process.GetProcessById(_process.Id);
            return process.WorkingSet64;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/readyz");
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
