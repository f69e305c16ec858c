using System.Net.Sockets;

namespace Lianxin.Web.Verbs;

/// <summary>Hands a call to the server, prints what it answers as it comes, and gives its exit code.</summary>
internal static class VerbClient
{
    /// <summary>How long a stopped verb may take to end before the caller leaves.</summary>
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(10);

    internal static async Task<int> Ask(Socket server, string verb, VerbCall call)
    {
        using var wire = new VerbWire(new NetworkStream(server, ownsSocket: true));
        using var leave = new CancellationTokenSource();
        try
        {
            wire.Send(new CallLine(verb, call.Arguments, call.Folder, call.Language.Name));
            await using var asked = call.Stop.Register(() =>
            {
                leave.CancelAfter(AfterStop);
                SendStop(wire);
            });
            return await Follow(wire, call, leave.Token);
        }
        catch (OperationCanceledException)
        {
            return VerbExit.Stopped;
        }
        catch (IOException)
        {
            return Lost(call);
        }
    }

    private static void SendStop(VerbWire wire)
    {
        try
        {
            wire.Send(new CallLine(Stop: true));
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The server is gone: whoever follows its answers sees that too.
        }
    }

    private static async Task<int> Follow(VerbWire wire, VerbCall call, CancellationToken leave)
    {
        while (await wire.Next<AnswerLine>(leave) is { } line)
        {
            if (line.Exit is { } exit)
            {
                return exit;
            }

            await call.Out.WriteAsync(line.Out);
            await call.Error.WriteAsync(line.Error);
        }

        return Lost(call);
    }

    // Whether the work stands is not known here: the journal knows.
    private static int Lost(VerbCall call)
    {
        call.Error.WriteLine(call.Say("verb.server_gone"));
        return VerbExit.Failed;
    }
}
