using System.CommandLine;
using Lianxin.Foundation;
using Lianxin.Texts;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>job list</c> and <c>job run NAME</c>: what comes round by itself, and doing it now.</summary>
internal sealed class JobVerb : IWritingVerb
{
    public string Name => "job";

    internal static Command Command()
    {
        var verb = new JobVerb();
        var name = new Argument<string>("NAME") { Description = VerbWords.Say("verb.job.name") };
        return new Command(verb.Name, VerbWords.Say("verb.job"))
        {
            new Command("list", VerbWords.Say("verb.job.list")).Writes(verb, _ => ["list"]),
            new Command("run", VerbWords.Say("verb.job.run")) { name }.Writes(verb, parse => ["run", parse.GetValue(name)!]),
        };
    }

    public async Task<int> Run(VerbCall call, IServiceProvider services)
    {
        var jobs = services.GetServices<IJob>().OrderBy(job => job.Name, StringComparer.Ordinal).ToList();
        var leases = services.GetRequiredService<JobLeases>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await leases.Introduce(jobs);
        switch (call.Arguments)
        {
            case ["list"]:
                await List(call, jobs, leases, now);
                return VerbExit.Done;
            case ["run", var name] when jobs.Find(job => job.Name == name) is { } job:
                return await RunNow(call, job, now, leases, services.GetRequiredService<JobRun>());
            default:
                call.Error.WriteLine(call.Say("verb.job.unknown", string.Join(", ", jobs.Select(job => job.Name))));
                return VerbExit.Wrong;
        }
    }

    private static async Task List(VerbCall call, List<IJob> jobs, JobLeases leases, DateTime now)
    {
        var rows = await leases.Rows();
        foreach (var job in jobs)
        {
            var row = rows[job.Name];
            var last = row.StartedAt is { } at ? Words.Instant(at, call.Language) : "–";
            call.Out.WriteLine(call.Say("verb.job.line", job.Name, Words.Instant(job.Times.Next(now), call.Language), last, row.Changed));
            if (row.Failures > 0)
            {
                call.Out.WriteLine(call.Say("verb.job.line_failed", row.Failures, row.ErrorCode!));
            }
        }

        if (jobs.Count == 0)
        {
            call.Out.WriteLine(call.Say("verb.job.none"));
        }
    }

    private static async Task<int> RunNow(VerbCall call, IJob job, DateTime now, JobLeases leases, JobRun run)
    {
        var turn = await leases.TakeAgain(job, job.Times.Last(now), Guid.NewGuid(), JobPace.Usual.Lease) ?? throw JobRefusals.RunsAlready(job.Name);
        var (end, changed, error) = await run.Run(job, turn, JobPace.Usual.Lease, call.Stop);
        call.Stop.ThrowIfCancellationRequested();
        if (end == JobEnd.Done)
        {
            call.Out.WriteLine(call.Say("verb.job.done", job.Name, changed));
            return VerbExit.Done;
        }

        call.Error.WriteLine(call.Say("verb.job.failed", job.Name, error ?? "–"));
        return VerbExit.Failed;
    }
}
