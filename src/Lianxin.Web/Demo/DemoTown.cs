using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Notifications;
using Lianxin.People;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Demo;

/// <summary>How far the demo town is built.</summary>
public sealed record DemoProgress(int Day, int Days, int Matters);

/// <summary>
/// Builds the demo town into an empty database by walking the real desks, day by day, with a clock of its own. The same plan gives the
/// same numbers, states, times and texts; keys, codes and links are real randomness always.
/// </summary>
public sealed class DemoTown
{
    private readonly IServiceProvider _services;
    private readonly DemoPlan _plan;
    private readonly DemoClock _clock;
    private readonly DemoDesks _desks;
    private readonly DemoReception _reception;
    private readonly DemoTriage _triage;
    private readonly DemoHandling _handling;
    private readonly DemoHearing _hearing;
    private readonly Dictionary<long, DemoCase> _cases = [];

    private DemoTown(IServiceProvider services, DemoPlan plan, DemoClock clock, DemoTownBook town)
    {
        (_services, _plan, _clock) = (services, plan, clock);
        _desks = new DemoDesks(services, town, DemoDeskWords.Read(), plan);
        _hearing = new DemoHearing(_desks);
        _handling = new DemoHandling(_desks, _hearing);
        _triage = new DemoTriage(_desks, _handling);
        _reception = new DemoReception(_desks, _triage);
    }

    /// <summary>True when nothing was ever recorded in the database; its schema must be there.</summary>
    public static async Task<bool> IsEmpty(DataPlace place)
    {
        await using var services = new ServiceCollection().AddLianxin(place).BuildServiceProvider();
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        return await db.Set<Head>().AllAsync(h => h.FactSize == 0 && h.AccessSize == 0);
    }

    /// <summary>Builds the town and marks the folder; throws when the database holds anything already.</summary>
    public static async Task Build(DataPlace place, string profileFolder, DemoPlan plan, Action<DemoProgress>? progress = null, CancellationToken stop = default)
    {
        var clock = new DemoClock(ShanghaiTime.StartOfDay(plan.From.AddDays(-1)).AddHours(9));
        await using var services = new ServiceCollection()
            .AddLianxin(place)
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(Entropy.Seeded(plan.Seed))
            .AddSingleton<IMessageChannel, NoMessages>()
            .BuildServiceProvider();
        if (!await IsEmpty(place))
        {
            throw new InvalidOperationException("A demo town is made in an empty database only.");
        }

        new DemoMarker(plan, Finished: false).Write(place.Folder);
        services.GetRequiredService<KeyRing>();
        var town = DemoTownBook.Read();
        var writer = services.GetRequiredService<Writer>();
        writer.IsAlone = true;
        await writer.Together(async () =>
        {
            await new DemoFounding(services, town).Found(profileFolder);
            return true;
        });
        await new DemoTown(services, plan, clock, town).Walk(progress, stop);
        new DemoMarker(plan, Finished: true).Write(place.Folder);
    }

    private async Task Walk(Action<DemoProgress>? progress, CancellationToken stop)
    {
        var dice = new DemoDice(_plan.Seed, -1);
        var leaves = new DemoLeaves(_services.GetRequiredService<PeopleDesk>(), _plan);
        var days = DemoArrivals.Days(_plan, (await Rules()).Calendar);
        for (var i = 0; i < days.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            _clock.MoveTo(ShanghaiTime.StartOfDay(days[i].On));
            await RunJobs(stop);
            _clock.MoveTo(ShanghaiTime.StartOfDay(days[i].On).AddHours(7));
            var rules = await Rules();
            await leaves.Look(rules.Officers, rules.Today, rules.Calendar.IsWorkingDay(rules.Today));
            await Live(await WakeUp(), days[i].Count, dice);
            progress?.Invoke(new DemoProgress(i + 1, days.Count, _cases.Count));
        }

        _clock.MoveTo(ShanghaiTime.StartOfDay(_plan.Until));
        await RunJobs(stop);
    }

    // One simulated day is one commit.
    private Task Live(DemoMorning morning, int arrivals, DemoDice dice) => _services.GetRequiredService<Writer>().Together(async () =>
    {
        var day = new DemoDay(morning, _clock);
        foreach (var row in morning.Open)
        {
            Look(day, row, _cases[row.Number]);
        }

        _reception.Plan(day, arrivals, dice, born => _cases.Add(born.Number, born));
        await day.Walk();
        return true;
    });

    private void Look(DemoDay day, Matter row, DemoCase one)
    {
        (one.State, one.Unit) = (row.State, row.Unit);
        _hearing.PlanCheck(day, row, one);
        if (row.State < MatterState.Answered)
        {
            _hearing.PlanTelling(day, row, one);
        }

        if (row.State is MatterState.Registered or MatterState.Dispatched || (row.Master is not null && row.State != MatterState.Answered))
        {
            _triage.Look(day, row, one);
        }
        else if (row.State == MatterState.Handling)
        {
            _handling.Look(day, row, one);
        }
        else
        {
            _hearing.Look(day, row, one);
        }
    }

    private async Task RunJobs(CancellationToken stop)
    {
        foreach (var job in _services.GetServices<IJob>().Where(j => !j.IsUpkeep).OrderBy(j => j.Name, StringComparer.Ordinal))
        {
            await job.Run(_clock.GetUtcNow().UtcDateTime, stop);
        }
    }

    private async Task<Rulebook> Rules()
    {
        await using var db = _services.GetRequiredService<LianxinDatabase>().Read();
        return await _services.GetRequiredService<Rules>().Read(db);
    }

    private async Task<DemoMorning> WakeUp()
    {
        await using var db = _services.GetRequiredService<LianxinDatabase>().Read();
        var book = await _services.GetRequiredService<Rules>().Read(db);
        var open = await db.Matters.Where(m => m.State != MatterState.Closed).OrderBy(m => m.Number).ToListAsync();
        var questions = await db.Questions.Where(q => q.RepliedAt == null).OrderBy(q => q.Seq).ToListAsync();
        var helpers = await db.CoHandlers.Where(h => h.AnsweredAt == null).OrderBy(h => h.AskSeq).ToListAsync();
        return new DemoMorning(book, open, questions.ToLookup(q => q.Matter), helpers.ToLookup(h => h.Matter));
    }
}
