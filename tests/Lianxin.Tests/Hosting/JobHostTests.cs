using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Hosting;

/// <summary>Jobs, their turns and the nodes that share them.</summary>
public sealed class JobHostTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly JobPace Quick = new(TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(2));
    private static readonly DueTimes Hourly = DueTimes.Every(TimeSpan.FromHours(1));

    private readonly KeptLog _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_carry_out_each_due_time_exactly_once()
    {
        var job = new TestJob(Hourly) { Name = "shared" };
        await using var first = await Start(job);
        await using var second = await Start(job);
        await Introduced(job);
        var due = new List<DateTime>();
        for (var hour = 0; hour < 6; hour++)
        {
            app.Clock.Move(TimeSpan.FromHours(1));
            due.Add(Hourly.Last(app.Clock.GetUtcNow().UtcDateTime));
            await Soon.Is(async () => await Row(job) is { Done: true } row && row.DueAt == due[^1], "the due time is done");
        }

        await Task.Delay(100, Stop);
        Assert.Equal(due, job.Ran.Select(Hourly.Last));
    }

    [Fact]
    public async Task The_due_time_of_a_killed_node_runs_on_another_once_its_lease_has_ended()
    {
        var job = new TestJob(Hourly) { Name = "orphan" };
        var leases = app.Get<JobLeases>();
        await leases.Introduce([job]);
        app.Clock.Move(TimeSpan.FromHours(1));
        var due = Hourly.Last(app.Clock.GetUtcNow().UtcDateTime);
        var killed = await leases.Take(job, due, Guid.NewGuid(), Quick.Lease);

        await using var first = await Start(job);
        await using var second = await Start(job);
        app.Clock.Move(Quick.Lease - TimeSpan.FromSeconds(1));
        await Task.Delay(150, Stop);
        Assert.Empty(job.Ran);

        app.Clock.Move(TimeSpan.FromSeconds(1));
        await Soon.Is(async () => (await Row(job)).Done, "another node did it");
        await Task.Delay(100, Stop);
        Assert.Equal(due, Hourly.Last(Assert.Single(job.Ran)));

        // Should the dead node wake up after all, its word counts no more.
        Assert.False(await leases.Renew(killed!, Quick.Lease));
        Assert.False(await leases.Finish(killed!, 7));
        Assert.Equal(0, (await Row(job)).Changed);
    }

    [Fact]
    public async Task A_turn_is_given_to_one_of_many_who_ask_at_once()
    {
        var job = new TestJob(Hourly) { Name = "wanted" };
        var leases = app.Get<JobLeases>();
        await leases.Introduce([job]);
        app.Clock.Move(TimeSpan.FromHours(1));
        var due = Hourly.Last(app.Clock.GetUtcNow().UtcDateTime);
        var turns = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => leases.Take(job, due, Guid.NewGuid(), Quick.Lease)));
        Assert.Single(turns, turn => turn is not null);
    }

    [Fact]
    public async Task Due_times_missed_while_no_node_ran_are_made_up_by_one_run()
    {
        var job = new TestJob(Hourly) { Name = "missed" };
        await app.Get<JobLeases>().Introduce([job]);
        app.Clock.Move(TimeSpan.FromHours(50));
        await using var host = await Start(job);
        await Soon.Is(async () => await Row(job) is { Done: true, StartedAt: not null }, "it ran");
        await Task.Delay(60, Stop);
        Assert.Single(job.Ran);
    }

    [Fact]
    public async Task A_new_job_begins_with_its_next_due_time()
    {
        var job = new TestJob(Hourly) { Name = "young" };
        await using var host = await Start(job);
        await Introduced(job);
        await Task.Delay(60, Stop);
        Assert.Empty(job.Ran);
    }

    [Fact]
    public async Task A_fault_is_logged_once_without_its_words_and_tried_again_after_a_growing_pause()
    {
        var faulty = true;
        var job = new TestJob(DueTimes.Daily(new TimeOnly(3, 0)), (_, _) => faulty ? throw new FormatException("张三 13800135521") : Task.FromResult(0)) { Name = "faulty" };
        await app.Get<JobLeases>().Introduce([job]);
        app.Clock.Move(TimeSpan.FromDays(1));
        await using var host = await Start(job);
        await Soon.Is(async () => (await Row(job)).Failures == 1, "the first fault");
        await Task.Delay(60, Stop);
        Assert.Single(job.Ran);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await Soon.Is(async () => (await Row(job)).Failures == 2, "the second fault");
        var row = await Row(job);
        Assert.Equal((false, nameof(FormatException)), (row.Done, row.ErrorCode));
        Assert.Equal(TimeSpan.FromMinutes(2), row.UntilAt - row.EndedAt);

        var line = Assert.Single(_log.Lines);
        Assert.Contains("faulty", line, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", line, StringComparison.Ordinal);

        faulty = false;
        app.Clock.Move(TimeSpan.FromMinutes(2));
        await Soon.Is(async () => (await Row(job)).Done, "the third try");
        Assert.Equal((0, nameof(FormatException)), ((await Row(job)).Failures, (await Row(job)).ErrorCode));
    }

    [Fact]
    public async Task A_person_may_run_a_job_again_when_it_is_done_or_waits_after_a_fault_but_not_while_it_runs()
    {
        var job = new TestJob(Hourly) { Name = "by_hand" };
        var leases = app.Get<JobLeases>();
        await leases.Introduce([job]);
        Task<JobTurn?> Again() => leases.TakeAgain(job, Hourly.Last(app.Clock.GetUtcNow().UtcDateTime), Guid.NewGuid(), Quick.Lease);

        var turn = await Again();
        Assert.Null(await Again());
        await leases.Fail(turn!, "test");
        turn = await Again();
        Assert.Equal((1, "test"), (turn!.Failures, turn.LastError));
        Assert.True(await leases.Finish(turn, 0));
        Assert.NotNull(await Again());
    }

    [Fact]
    public async Task A_slow_job_holds_up_no_other()
    {
        var slow = new TestJob(Hourly, (_, stop) => Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => 0, TaskScheduler.Default)) { Name = "slow" };
        var swift = new TestJob(Hourly) { Name = "swift" };
        await app.Get<JobLeases>().Introduce([slow, swift]);
        app.Clock.Move(TimeSpan.FromHours(1));
        await using var host = await Start(slow, swift);
        await Soon.Is(() => !slow.Ran.IsEmpty && !swift.Ran.IsEmpty, "both ran");
    }

    [Fact]
    public async Task A_node_that_stops_gives_its_turn_back_and_ends_quietly()
    {
        var job = new TestJob(Hourly, async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return 1;
        })
        { Name = "broken_off" };
        await app.Get<JobLeases>().Introduce([job]);
        app.Clock.Move(TimeSpan.FromHours(1));
        var node = await Start(job);
        await Soon.Is(() => !job.Ran.IsEmpty, "it runs");
        await node.Host.StopAsync(Stop);
        Assert.True(node.Host.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(_log.Lines);
        await node.DisposeAsync();

        var row = await Row(job);
        Assert.False(row.Done);
        Assert.NotNull(await app.Get<JobLeases>().Take(job, row.DueAt, Guid.NewGuid(), Quick.Lease));
    }

    [Fact]
    public async Task A_turn_is_renewed_while_its_job_runs()
    {
        var gate = new TaskCompletionSource<int>();
        var job = new TestJob(Hourly, (_, _) => gate.Task) { Name = "long" };
        var leases = app.Get<JobLeases>();
        await leases.Introduce([job]);
        app.Clock.Move(TimeSpan.FromHours(1));
        var lease = TimeSpan.FromMilliseconds(120);
        var turn = await leases.Take(job, Hourly.Last(app.Clock.GetUtcNow().UtcDateTime), Guid.NewGuid(), lease);
        var running = new JobRun(leases, _log.Of<JobRun>()).Run(job, turn!, lease, Stop);
        var before = (await Row(job)).UntilAt;
        app.Clock.Move(TimeSpan.FromMinutes(5));
        await Soon.Is(async () => (await Row(job)).UntilAt > before + TimeSpan.FromMinutes(4), "the lease moved on");
        gate.SetResult(0);
        Assert.Equal(JobEnd.Done, (await running).End);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    public async Task Only_a_run_that_changed_something_is_noted_in_the_journal(int changed, int entries)
    {
        var job = new TestJob(Hourly, (_, _) => Task.FromResult(changed)) { Name = $"changes_{changed}" };
        var leases = app.Get<JobLeases>();
        await leases.Introduce([job]);
        app.Clock.Move(TimeSpan.FromHours(1));
        var turn = await leases.Take(job, Hourly.Last(app.Clock.GetUtcNow().UtcDateTime), Guid.NewGuid(), Quick.Lease);
        await app.Get<JobRun>().Run(job, turn!, Quick.Lease, Stop);
        await using var db = app.Read();
        var facts = (await db.FactEntries.ToListAsync(Stop)).Select(e => app.Journal.Catalogue.Read(EntryReader.Read(e.Bytes)));
        Assert.Equal(entries, facts.Count(fact => fact is JobRan ran && ran == new JobRan(job.Name, changed)));
    }

    private async Task<JobLease> Row(TestJob job) => (await app.Get<JobLeases>().Rows())[job.Name];

    private Task Introduced(TestJob job) => Soon.Is(async () => (await app.Get<JobLeases>().Rows()).ContainsKey(job.Name), "the job has its row");

    // On PostgreSQL each node has its own writer, as two servers have; SQLite has one writer, so its nodes share it.
    private async Task<Node> Start(params IJob[] jobs)
    {
        var services = TestDatabase.Kind == DatabaseKind.Sqlite
            ? null
            : new ServiceCollection().AddLogging().AddLianxin(app.Get<DataPlace>()).AddSingleton<TimeProvider>(app.Clock).BuildServiceProvider();
        var leases = (services ?? app.Services).GetRequiredService<JobLeases>();
        var host = new JobHost(jobs, leases, new JobRun(leases, _log.Of<JobRun>()), app.Clock, _log.Of<JobHost>(), Quick);
        await host.StartAsync(Stop);
        return new Node(host, services);
    }

    private sealed record Node(JobHost Host, ServiceProvider? Services) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Host.StopAsync(CancellationToken.None);
            Host.Dispose();
            if (Services is not null)
            {
                await Services.DisposeAsync();
            }
        }
    }
}
