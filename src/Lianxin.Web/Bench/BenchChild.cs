using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Bench;

/// <summary>This same program as a process of its own.</summary>
internal static class BenchChild
{
    /// <summary>How it is started with those arguments, whether published or run by <c>dotnet</c>.</summary>
    internal static ProcessStartInfo Of(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(BenchChild).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}

/// <summary>A server in a process of its own, started as its user would start it.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly Process _process;

    private BenchServer(Process process, int port) => (_process, Port) = (process, port);

    internal int Port { get; }

    /// <summary>From the start of the process to the first page that was answered.</summary>
    internal TimeSpan FirstPage { get; private set; }

    /// <summary>Starts it over the place and waits for its first page.</summary>
    internal static async Task<BenchServer> Start(DataPlace place, bool demo = false)
    {
        var port = FreePort();
        List<string> arguments = ["up", "--data", place.Folder, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")];
        arguments.AddRange(place.Postgres is { } db ? ["--db", db] : []);
        arguments.AddRange(demo ? ["--demo"] : []);
        var start = BenchChild.Of([.. arguments]);
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var watch = Stopwatch.StartNew();
        var server = new BenchServer(Process.Start(start)!, port);
        server._process.OutputDataReceived += (_, _) => { };
        server._process.BeginOutputReadLine();
        while (!await server.Answers("/"))
        {
            if (server._process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(20))
            {
                throw new InvalidOperationException($"The server of {place.Folder} did not start.");
            }

            await Task.Delay(5);
        }

        server.FirstPage = watch.Elapsed;
        return server;
    }

    /// <summary>Processor time used so far.</summary>
    internal TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>MiB in memory now, and at most since the start.</summary>
    internal (double Now, double Most) Memory()
    {
        var lines = File.ReadLines($"/proc/{_process.Id}/status").ToList();
        double Of(string name) => double.Parse(
            lines.First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        return (Of("VmRSS:\t".TrimEnd()), Of("VmHWM:"));
    }

    /// <summary>Ends it as a service is ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var signal = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
            await signal.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<bool> Answers(string path)
    {
        try
        {
            using var connection = new RawConnection(Port);
            return await Task.Run(() => connection.Ask(RawConnection.Get(path))) == 200;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
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
