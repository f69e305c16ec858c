using System.Diagnostics;

namespace Lianxin.FaultTests;

/// <summary>Commands of the machine that a fault is made with.</summary>
internal static class Shell
{
    internal static bool IsRoot { get; } = Environment.UserName == "root";

    /// <summary>Runs the command to its end; its output, or an exception with it.</summary>
    internal static async Task<string> Run(string file, params string[] arguments) => await Try(file, arguments) is (0, var said)
        ? said
        : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} failed.");

    /// <summary>Runs the command to its end; its code and output.</summary>
    internal static async Task<(int Code, string Output)> Try(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
