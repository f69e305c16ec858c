using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary>Runs, inside the server that holds the data folder, the writing verbs that other processes of the same user hand over.</summary>
internal sealed class VerbServer(DataPlace place, IEnumerable<IWritingVerb> verbs, IServiceProvider services, ILogger<VerbServer> log) : BackgroundService
{
    private readonly Dictionary<string, IWritingVerb> _verbs = verbs.ToDictionary(verb => verb.Name);
    private readonly HashSet<Task> _calls = [];
    private Socket? _listener;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _listener = VerbSocket.Listen(place.Folder).Listener;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_listener is { } listener)
        {
            _listener = null;
            listener.Dispose();
            VerbSocket.Remove(place.Folder);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var caller = await _listener!.AcceptAsync(stoppingToken);
                _calls.RemoveWhere(call => call.IsCompleted);
                _calls.Add(Task.Run(() => Answer(caller, stoppingToken), CancellationToken.None));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }

        await Task.WhenAll(_calls);
    }

    private async Task Answer(Socket caller, CancellationToken stop)
    {
        using var wire = new VerbWire(new NetworkStream(caller, ownsSocket: true));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            if (await wire.Next<CallLine>(stop) is not { Verb: not null } first)
            {
                return;
            }

            var listening = StopWhenAsked(wire, ended);
            wire.Send(new AnswerLine(Exit: await Run(first, wire, ended)));
            await ended.CancelAsync();
            await listening;
        }
        catch (Exception fault)
        {
            // Usually the caller left. One call, however it ends, must not end the server.
            log.LogWarning("A call ended early: {Fault}", FaultCode.Trace(fault));
        }
    }

    private Task<int> Run(CallLine first, VerbWire wire, CancellationTokenSource stop)
    {
        // A caller that left wants nothing more: its verb is stopped as by Ctrl-C.
        var call = new VerbCall(
            first.Arguments ?? [],
            first.Folder ?? place.Folder,
            CultureInfo.GetCultureInfo(first.Language ?? "zh-Hans"),
            new WireText(wire, text => new AnswerLine(Out: text), stop.Cancel),
            new WireText(wire, text => new AnswerLine(Error: text), stop.Cancel),
            stop.Token);
        if (_verbs.TryGetValue(first.Verb!, out var verb))
        {
            return VerbRun.Run(verb, call, services, log);
        }

        call.Error.WriteLine(call.Say("verb.unknown_to_server", first.Verb!));
        return Task.FromResult(VerbExit.Wrong);
    }

    private static async Task StopWhenAsked(VerbWire wire, CancellationTokenSource call)
    {
        try
        {
            if (await wire.Next<CallLine>(call.Token) is null or { Stop: true })
            {
                await call.CancelAsync();
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or JsonException)
        {
            // The verb ended first, or the caller broke off: either way there is nothing left to wait for.
            await call.CancelAsync();
        }
    }
}
