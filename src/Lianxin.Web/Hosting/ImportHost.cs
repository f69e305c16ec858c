using Lianxin.Exchange;

namespace Lianxin.Web.Hosting;

/// <summary>Carries out an import as soon as a person of this node asks for it; the job takes up what is left over. Ends quietly.</summary>
public sealed class ImportHost(ImportSignal signal, ImportWork work, TimeProvider time, ILogger<ImportHost> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await signal.Wait(stoppingToken);
                await Once(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the run goes on with the next one.
        }
    }

    // One import that fails, however, must not end the next one's chance.
    private async Task Once(CancellationToken stop)
    {
        try
        {
            await work.RunWaiting(time.GetUtcNow().UtcDateTime, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            log.LogError("An import failed: {Fault}", FaultCode.Trace(fault));
        }
    }
}
