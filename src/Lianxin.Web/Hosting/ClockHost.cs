using Lianxin.Foundation;

namespace Lianxin.Web.Hosting;

/// <summary>Looks at this machine's clock every minute; a demo town that is shown another time has nothing to look at.</summary>
public sealed class ClockHost(TimeProvider time, ClockWatch watch, ILogger<ClockHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);
    private string? _lastFault;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (time is SteadyClock)
            {
                await LookOnce();
                await Task.Delay(Pace, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    // A database that is away for a while must not end the server: the next look finds it again.
    private async Task LookOnce()
    {
        try
        {
            await watch.Look();
            _lastFault = null;
        }
        catch (Exception fault)
        {
            if (FaultCode.Of(fault) is var code && code != _lastFault)
            {
                _lastFault = code;
                log.LogError("The clock could not be looked at: {Fault}", FaultCode.Trace(fault));
            }
        }
    }
}
