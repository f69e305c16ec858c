using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>One due time of one job, taken by one node.</summary>
public sealed record JobTurn(string Job, DateTime DueAt, Guid Node, DateTime TakenAt, int Failures, string? LastError);

/// <summary>
/// Shares the due times out among all nodes: a turn is taken by a conditional update through the writer, kept by renewing it, and
/// falls free when its node dies. Due times that passed while no node ran are made up by one run of the last.
/// </summary>
public sealed class JobLeases(Journal journal, LianxinDatabase database)
{
    private static readonly Actor Hand = Actor.System();

    /// <summary>Gives jobs that are new here their row; their first due time is the next one.</summary>
    public async Task Introduce(IEnumerable<IJob> jobs)
    {
        var known = await Rows();
        var fresh = jobs.Where(job => !known.ContainsKey(job.Name)).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        await journal.Write(Hand, async work =>
        {
            foreach (var job in fresh)
            {
                if (await work.Find<JobLease>(job.Name) is null)
                {
                    work.Add(new JobLease { Name = job.Name, DueAt = job.Times.Last(work.Now), Done = true, UntilAt = work.Now });
                }
            }
        });
    }

    /// <summary>All rows by the job's name.</summary>
    public async Task<IReadOnlyDictionary<string, JobLease>> Rows()
    {
        await using var db = database.Read();
        return await db.Set<JobLease>().ToDictionaryAsync(row => row.Name);
    }

    /// <summary>Takes the due time for the node, or gives null when it is done, taken, or waiting after a fault.</summary>
    public Task<JobTurn?> Take(IJob job, DateTime dueAt, Guid node, TimeSpan lease) =>
        Take(job.Name, dueAt, node, lease, (row, now) => row.Done ? row.DueAt < dueAt : row.DueAt <= dueAt && row.UntilAt <= now);

    /// <summary>Takes the last due time once more because a person asks for it; null only while a node is running it.</summary>
    public Task<JobTurn?> TakeAgain(IJob job, DateTime dueAt, Guid node, TimeSpan lease) =>
        Take(job.Name, dueAt, node, lease, (row, now) => row.Done || row.EndedAt is not null || row.UntilAt <= now);

    /// <summary>Keeps the turn for longer; false when it was lost meanwhile.</summary>
    public Task<bool> Renew(JobTurn turn, TimeSpan lease) => journal.Write(Hand, async work =>
    {
        var until = work.Now + lease;
        return await (await Mine(work, turn)).ExecuteUpdateAsync(row => row.SetProperty(x => x.UntilAt, until)) == 1;
    });

    /// <summary>The due time was carried out; false when the turn was lost meanwhile, and nothing is noted.</summary>
    public Task<bool> Finish(JobTurn turn, int changed) => journal.Write(Hand, async work =>
    {
        var now = work.Now;
        var rows = await (await Mine(work, turn)).ExecuteUpdateAsync(row => row
            .SetProperty(x => x.Done, true)
            .SetProperty(x => x.EndedAt, now)
            .SetProperty(x => x.Changed, changed)
            .SetProperty(x => x.Failures, 0));
        if (rows == 1 && changed > 0)
        {
            await work.Save(new JobRan(turn.Job, changed));
        }

        return rows == 1;
    });

    /// <summary>The run ended in a fault: the due time may be taken again after a pause that doubles each time, from one minute to an hour.</summary>
    public Task Fail(JobTurn turn, string code) => journal.Write(Hand, async work =>
    {
        var now = work.Now;
        var until = now + Pause(turn.Failures);
        await (await Mine(work, turn)).ExecuteUpdateAsync(row => row
            .SetProperty(x => x.EndedAt, now)
            .SetProperty(x => x.UntilAt, until)
            .SetProperty(x => x.Failures, turn.Failures + 1)
            .SetProperty(x => x.ErrorCode, code)
            .SetProperty(x => x.ErrorAt, now));
    });

    /// <summary>The node stops before the work is done: another may take the due time at once.</summary>
    public Task GiveBack(JobTurn turn) => journal.Write(Hand, async work =>
    {
        var now = work.Now;
        await (await Mine(work, turn)).ExecuteUpdateAsync(row => row.SetProperty(x => x.UntilAt, now).SetProperty(x => x.EndedAt, now));
    });

    private static TimeSpan Pause(int failures) => TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(failures, 6)));

    // Under the head row's lock the question and the update are one step.
    private Task<JobTurn?> Take(string job, DateTime dueAt, Guid node, TimeSpan lease, Func<JobLease, DateTime, bool> open) => journal.Write(Hand, async work =>
    {
        var (now, until) = (work.Now, work.Now + lease);
        var rows = (await work.Db()).Set<JobLease>().Where(x => x.Name == job);
        var row = await rows.AsNoTracking().SingleOrDefaultAsync();
        if (row is null || !open(row, now))
        {
            return null;
        }

        await rows.ExecuteUpdateAsync(update => update
            .SetProperty(x => x.DueAt, dueAt)
            .SetProperty(x => x.Done, false)
            .SetProperty(x => x.Holder, node)
            .SetProperty(x => x.UntilAt, until)
            .SetProperty(x => x.StartedAt, now)
            .SetProperty(x => x.EndedAt, (DateTime?)null));
        return new JobTurn(job, dueAt, node, now, row.Failures, row.Failures > 0 ? row.ErrorCode : null);
    });

    private static async Task<IQueryable<JobLease>> Mine(Work work, JobTurn turn) => (await work.Db()).Set<JobLease>()
        .Where(x => x.Name == turn.Job && x.DueAt == turn.DueAt && x.Holder == turn.Node && x.StartedAt == turn.TakenAt && !x.Done);
}
