using Lianxin.Foundation;

namespace Lianxin.Web.Hosting;

/// <summary>Runs every registered job when it is due, on this node or another; a slow job holds up no other. Ends quietly.</summary>
public sealed class JobHost(IEnumerable<IJob> jobs, JobLeases leases, JobRun run, TimeProvider time, ILogger<JobHost> log, JobPace? pace = null)
    : BackgroundService
{
    private readonly IJob[] _jobs = [.. jobs];
    private readonly JobPace _pace = pace ?? JobPace.Usual;
    private readonly Guid _node = Guid.NewGuid();
    private readonly Dictionary<string, Task> _running = [];
    private readonly Dictionary<string, DateTime> _doneUntil = [];
    private string? _lastFault;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (_jobs.Length > 0)
            {
                await LookOnce(stoppingToken);
                await Task.Delay(_pace.Look, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }

        await Task.WhenAll(_running.Values);
    }

    // A database that is away for a while must not end the server: the next look finds it again.
    private async Task LookOnce(CancellationToken stop)
    {
        try
        {
            await StartDue(stop);
            _lastFault = null;
        }
        catch (Exception fault)
        {
            if (FaultCode.Of(fault) is var code && code != _lastFault)
            {
                _lastFault = code;
                log.LogError("Due jobs could not be looked up: {Fault}", FaultCode.Trace(fault));
            }
        }
    }

    private async Task StartDue(CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = _jobs.Where(job => _running.GetValueOrDefault(job.Name) is not { IsCompleted: false } && _doneUntil.GetValueOrDefault(job.Name) < job.Times.Last(now)).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var rows = await leases.Rows();
        if (due.Exists(job => !rows.ContainsKey(job.Name)))
        {
            await leases.Introduce(_jobs);
            rows = await leases.Rows();
        }

        foreach (var job in due)
        {
            var row = rows[job.Name];
            var dueAt = job.Times.Last(now);
            if (row.Done && row.DueAt >= dueAt)
            {
                _doneUntil[job.Name] = row.DueAt;
            }
            else if (row.Done || row.UntilAt <= now)
            {
                _running[job.Name] = Task.Run(() => RunOne(job, dueAt, stop), CancellationToken.None);
            }
        }
    }

    private async Task RunOne(IJob job, DateTime dueAt, CancellationToken stop)
    {
        try
        {
            if (!stop.IsCancellationRequested && await leases.Take(job, dueAt, _node, _pace.Lease) is { } turn)
            {
                await run.Run(job, turn, _pace.Lease, stop);
            }
        }
        catch (Exception fault)
        {
            log.LogError("The turn of job {Job} could not be taken or noted: {Fault}", job.Name, FaultCode.Trace(fault));
        }
    }
}
