using System.Diagnostics;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Bench;

/// <summary>
/// Fills an empty database with matters of eighteen months: real facts through the journal, the folds and the writer's row code, many
/// matters an operation. All facts of one matter carry the instant of its operation. Nothing is left due at the end but the matters that
/// the sweep is measured on.
/// </summary>
internal static class BulkLoad
{
    /// <summary>The days before the end of each of which that many matters of the service day are left open.</summary>
    internal const int SweepDays = 5;

    /// <summary>How many on each of those days.</summary>
    internal const int SweptADay = 100;

    private const int Operations = 2000;
    private const int MostTogether = 500;

    /// <summary>Founds the demo town and records the matters.</summary>
    internal static async Task Run(DataPlace place, int count, TextWriter output, CancellationToken stop)
    {
        var until = ShanghaiTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (from, end) = (ShanghaiTime.StartOfDay(until.AddMonths(-18)), ShanghaiTime.StartOfDay(until));
        await using var town = BenchTown.Open(place, from.AddDays(-1));
        await town.Found();
        var cases = new BulkCases(town.Book, await RulesAt(town, until), count);
        var journal = new Journal(town.Services.GetRequiredService<Writer>(), town.Services.GetRequiredService<FactCatalogue>(), []);
        var matters = new BulkMatters(town.Services, cases);
        var watch = Stopwatch.StartNew();
        var together = Math.Clamp(count / Operations, 4, MostTogether);
        var days = until.DayNumber - until.AddMonths(-18).DayNumber;
        var swept = new int[days + 1];
        for (var first = 0; first < count; first += together)
        {
            stop.ThrowIfCancellationRequested();
            var at = from.AddTicks((end - from).Ticks / count * first);
            town.Clock.MoveTo(at);
            var day = (int)(at - from).TotalDays;
            var (many, start) = (Math.Min(together, count - first), first);
            var sweep = day < days - SweepDays ? 0 : Math.Min(many, SweptADay - swept[day]);
            swept[day] += sweep;
            await journal.Write(cases.Taker, work => matters.Record(work, start, many, sweep, end));
            if (first / together % 200 == 0)
            {
                output.WriteLine($"  {first + many} of {count} matters, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }

        output.WriteLine($"  {count} matters in {watch.Elapsed.TotalSeconds:F0} s");
    }

    private static async Task<Rulebook> RulesAt(BenchTown town, DateOnly day)
    {
        await using var db = town.Services.GetRequiredService<LianxinDatabase>().Read();
        return await town.Services.GetRequiredService<Rules>().Read(db) with { Today = day };
    }
}

/// <summary>Who says what and who handles it: drawn from the demo town, the same for the same number.</summary>
internal sealed class BulkCases
{
    private static readonly string[] ChannelCodes = ["web", "hotline", "window", "phone-line"];
    private readonly DemoTownBook _town;
    private readonly Rulebook _rules;
    private readonly BulkWords _words;
    private readonly Dictionary<(string, string), (Guid Unit, Guid Officer)> _owners = [];

    internal BulkCases(DemoTownBook town, Rulebook rules, int count)
    {
        (_town, _rules, Count) = (town, rules, count);
        _words = new BulkWords(town);
        var centre = rules.Units.UnitFor(rules.Lists.Channels.First(c => c.Code == "web").OwnerTopic, null, rules.Today)!.Id;
        Taker = BenchTown.Of(rules.AnswersFor(centre), rules) with { Unit = centre };
    }

    internal int Count { get; }

    /// <summary>The officer of the centre in whose name all is recorded.</summary>
    internal Actor Taker { get; }

    internal BulkCase Make(int index)
    {
        var dice = new DemoDice(DemoPlan.UsualSeed, index);
        var words = new DemoWords(_town, dice);
        var spot = DemoSpot.In(dice.Any(_town.Estates), _town, _rules.Today, dice);
        var texts = dice.Any(_town.Texts, t => !t.Consultation && DemoWords.StoriesFor(t, spot.Estate.Kind).Count > 0 ? t.Weight : 0);
        var told = words.Tell(texts, spot);
        var (unit, officer) = Owner(texts.Category, spot.Estate.Place);
        return new BulkCase(
            index,
            dice.Any(ChannelCodes),
            spot.Estate.Place,
            texts.Category,
            told.Title,
            index % 2 == 0 ? $"{told.Body}\n{_words.Rare(index / 2 % BulkWords.RareCount)}" : told.Body,
            words.Answer(told, _rules.Units.NameOf(unit, _rules.Today), _rules.Today, _rules.Today),
            unit,
            officer,
            dice.NextDouble());
    }

    private (Guid Unit, Guid Officer) Owner(string category, string place)
    {
        if (!_owners.TryGetValue((category, place), out var owner))
        {
            var unit = CategoryRouting.Find(category, place, _rules).Unit ?? Taker.Unit!.Value;
            var officer = _rules.Officers.Of(unit, _rules.Today).FirstOrDefault(o => _rules.Officers.Is(o.Id, Roles.Handler, _rules.Today)) ?? _rules.AnswersFor(unit);
            owner = (unit, officer.Id);
            _owners.Add((category, place), owner);
        }

        return owner;
    }
}

/// <summary>One matter to be: what is said, who handles it, and a throw between 0 and 1 for what becomes of it.</summary>
internal sealed record BulkCase(
    int Index, string Channel, string Place, string Category, string Title, string Body, string Answer, Guid Unit, Guid Officer, double Fate);
