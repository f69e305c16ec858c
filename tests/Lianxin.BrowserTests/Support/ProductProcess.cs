using System.Diagnostics;
using System.Text;
using Lianxin.Tests;

namespace Lianxin.BrowserTests;

/// <summary>One run of the published binary, its output kept; ended with all its children when disposed.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private static readonly Lazy<string> Binary = new(FindBinary);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private bool _ended;

    private ProductProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static ProductProcess Start(IEnumerable<string> arguments, (string Key, string Value)? setting = null)
    {
        var start = Quiet(Binary.Value, arguments);
        if (setting is { } one)
        {
            start.Environment[one.Key] = one.Value;
        }

        var started = new ProductProcess(new Process { StartInfo = start });
        started._process.Start();
        started._process.StandardInput.Close();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits for the process to end by itself; its exit code.</summary>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    /// <summary>./test names the binary it published; without it the sources are published here.</summary>
    private static string FindBinary()
    {
        if (Environment.GetEnvironmentVariable("LIANXIN_TEST_BINARY") is { Length: > 0 } given)
        {
            return given;
        }

        using var publish = Process.Start(Quiet(SourceTree.At("eng/publish"), []))!;
        publish.StandardInput.Close();
        publish.ErrorDataReceived += (_, line) => System.Console.Error.WriteLine(line.Data);
        publish.BeginErrorReadLine();
        var path = publish.StandardOutput.ReadToEnd().Trim();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? path : throw new InvalidOperationException("eng/publish failed.");
    }

    private static ProcessStartInfo Quiet(string file, IEnumerable<string> arguments) => new(file, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
    };
}
