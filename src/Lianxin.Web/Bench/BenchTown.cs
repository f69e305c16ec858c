using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Bench;

/// <summary>The demo town's units and officers without its matters: what every set of the bench stands on.</summary>
internal sealed class BenchTown : IAsyncDisposable
{
    private BenchTown(ServiceProvider services, DemoClock clock, DemoTownBook book) => (Services, Clock, Book) = (services, clock, book);

    internal ServiceProvider Services { get; }

    internal DemoClock Clock { get; }

    internal DemoTownBook Book { get; }

    /// <summary>Opens the system over a place, with a clock that stands at <paramref name="at"/> until it is moved.</summary>
    internal static BenchTown Open(DataPlace place, DateTime at)
    {
        var clock = new DemoClock(at);
        var services = new ServiceCollection()
            .AddLianxin(place)
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider();
        return new BenchTown(services, clock, DemoTownBook.Read());
    }

    /// <summary>Founds settings, places, units and officers.</summary>
    internal Task Found() => Services.GetRequiredService<Writer>().Together(async () =>
    {
        await new DemoFounding(Services, Book).Found(Path.Combine(AppContext.BaseDirectory, "profiles", "neutral"));
        return true;
    });

    /// <summary>The rules of the clock's day.</summary>
    internal async Task<Rulebook> Rules()
    {
        await using var db = Services.GetRequiredService<LianxinDatabase>().Read();
        return await Services.GetRequiredService<Rules>().Read(db);
    }

    /// <summary>An officer as an actor of the clock's day.</summary>
    internal static Actor Of(Officer officer, Rulebook rules) => new(ActorKind.Staff, Via.Web, officer.Id, rules.Officers.UnitOf(officer.Id, rules.Today))
    {
        Roles = rules.Officers.RolesOf(officer.Id, rules.Today),
    };

    /// <summary>Signs the officer in as a link would; gives the session's token.</summary>
    internal async Task<string> SignIn(Officer officer)
    {
        var account = Services.GetRequiredService<OfficerAccount>();
        return await account.SignIn(await account.MakeLink(officer.Id, LinkKind.SignIn, Actor.System(Via.Cli)), "bench");
    }

    /// <summary>A key that may submit as often as a key can.</summary>
    internal async Task<string> SubmitKey()
    {
        var rules = await Rules();
        var unit = rules.Units.UnitFor(rules.Lists.Channels.First(c => c.Code == "web").OwnerTopic, null, rules.Today)!;
        var (_, secret) = await Services.GetRequiredService<ApiKeyDesk>().Issue(
            new IssueKey { Name = "bench", Unit = unit.Id, Scopes = [KeyScopes.Submit], LastOn = rules.Today, PerMinute = ApiKeyDesk.MostPerMinute },
            Actor.System(Via.Cli));
        return secret;
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
