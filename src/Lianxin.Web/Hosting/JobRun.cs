using Lianxin.Foundation;

namespace Lianxin.Web.Hosting;

/// <summary>How often a node looks for due jobs and how long a turn is held without being renewed.</summary>
public sealed record JobPace(TimeSpan Look, TimeSpan Lease)
{
    /// <summary>Every two seconds; a dead node's turn falls free after two minutes.</summary>
    public static JobPace Usual { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2));
}

/// <summary>How one run of a job ended.</summary>
public enum JobEnd
{
    /// <summary>The due time is carried out.</summary>
    Done,

    /// <summary>A fault; it is tried again later.</summary>
    Failed,

    /// <summary>Stopped before its end, or its turn was lost to another node.</summary>
    BrokenOff,
}

/// <summary>Carries out one turn: renews it while the job runs, notes the end, logs a fault once.</summary>
public sealed class JobRun(JobLeases leases, ILogger<JobRun> log)
{
    /// <summary>Runs the job at the instant the turn was taken and notes how it ended; never throws for a fault of the job.</summary>
    public async Task<(JobEnd End, int Changed, string? Error)> Run(IJob job, JobTurn turn, TimeSpan lease, CancellationToken stop)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var ended = new CancellationTokenSource();
        var renewing = Renew(turn, lease, run, ended.Token);
        try
        {
            var changed = await Task.Run(() => job.Run(turn.TakenAt, run.Token), run.Token);
            return await leases.Finish(turn, changed) ? (JobEnd.Done, changed, null) : (JobEnd.BrokenOff, 0, null);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            await leases.GiveBack(turn);
            return (JobEnd.BrokenOff, 0, null);
        }
        catch (Exception fault)
        {
            return (JobEnd.Failed, 0, await Note(turn, fault));
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }
    }

    private async Task<string> Note(JobTurn turn, Exception fault)
    {
        var code = FaultCode.Of(fault);
        if (code != turn.LastError)
        {
            log.LogError("Job {Job} failed: {Fault}", turn.Job, FaultCode.Trace(fault));
        }

        await leases.Fail(turn, code);
        return code;
    }

    // A third of the lease leaves two tries before it ends. A turn that was lost ends the run: another node has it now.
    private async Task Renew(JobTurn turn, TimeSpan lease, CancellationTokenSource run, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(lease / 3, ended);
                if (!await leases.Renew(turn, lease))
                {
                    await run.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The job came to its end first.
        }
        catch (Exception fault)
        {
            log.LogError("The turn of job {Job} could not be renewed: {Fault}", turn.Job, FaultCode.Trace(fault));
            await run.CancelAsync();
        }
    }
}
