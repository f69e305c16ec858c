using System.Text.Json;
using Lianxin.Foundation;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Bench;

/// <summary>
/// Matters over HTTP against the health page and against raw inserts of the same rows: the three take turns in every round of one run, and
/// the same driver asks for both addresses.
/// </summary>
internal sealed class IntakeBench(BenchSettings settings, TextWriter output)
{
    private const int Connections = 32;
    private const int Bodies = 512;

    internal async Task<BenchTable> Run()
    {
        await using var place = await BenchPlace.Make(settings with { Keep = null }, "intake");
        await using var raw = await BenchPlace.Make(settings with { Keep = null }, "raw");
        var requests = Path.Combine(place.Place.Folder, "requests");
        var health = Path.Combine(place.Place.Folder, "health");
        LoadDriver.Write(health, [RawConnection.Get("/healthz")]);
        await Prepare(place.Place, requests);
        var rounds = new List<(double Health, double Intake, double Raw)>();
        var processor = new List<double>();
        await using (var server = await BenchServer.Start(place.Place))
        {
            var next = 0L;
            async Task<double> Intake(double seconds)
            {
                var round = await LoadDriver.Run(server.Port, Connections, seconds, next, requests);
                next += round.Good + round.Bad + Connections;
                return round.Bad == 0 ? round.Rate : throw new InvalidOperationException($"{round.Bad} of {round.Good + round.Bad} matters were refused.");
            }

            await LoadDriver.Run(server.Port, Connections, settings.Seconds / 2, 0, health);
            while (next < settings.Warm)
            {
                await Intake(settings.Seconds);
            }

            var rows = await RawRows.Capture(place.Place, 4096);
            await using var inserts = await RawInserts.Open(raw.Place, rows, Connections);
            await inserts.Round(settings.Seconds / 2);
            for (var i = 0; i < settings.Rounds; i++)
            {
                var (before, recorded) = (server.Processor, next);
                var intake = await Intake(settings.Seconds);
                processor.Add((server.Processor - before).TotalMicroseconds / (next - recorded));
                rounds.Add(((await LoadDriver.Run(server.Port, Connections, settings.Seconds / 2, 0, health)).Rate, intake, await inserts.Round(settings.Seconds / 2)));
                output.WriteLine($"  health {BenchTable.Rate(rounds[^1].Health)}, intake {BenchTable.Rate(rounds[^1].Intake)}, raw {BenchTable.Rate(rounds[^1].Raw)}, processor {processor[^1]:F0} µs a matter");
            }
        }

        return Table(rounds, BenchTable.Median(processor));
    }

    private BenchTable Table(List<(double Health, double Intake, double Raw)> rounds, double processor)
    {
        var postgres = settings.Db is not null;
        var table = new BenchTable($"Intake over HTTP, {Connections} connections, {(postgres ? "PostgreSQL" : "SQLite")}", "measure", "median of rounds", "least", "most", "target", "");
        void Line(string name, Func<(double Health, double Intake, double Raw), double> value, double? target)
        {
            var all = rounds.ConvertAll(r => value(r));
            string Form(double v) => target is null ? BenchTable.Rate(v) : BenchTable.Ratio(v);
            var median = BenchTable.Median(all);
            table.Add(name, Form(median), Form(all.Min()), Form(all.Max()), target is { } t ? "≥ " + BenchTable.Ratio(t) : "", target is { } needed ? BenchTable.Met(median >= needed) : "");
        }

        Line("health page", r => r.Health, null);
        Line("matters recorded, durable", r => r.Intake, null);
        Line(postgres ? "the same rows raw, 32 connections, a transaction each" : "the same rows raw, 64 matters a commit", r => r.Raw, null);
        Line("intake ÷ health", r => r.Intake / r.Health, postgres ? 0.03 : 0.10);
        Line("intake ÷ raw", r => r.Intake / r.Raw, 0.25);
        table.Add("the server's processor time a matter", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{processor:F0} µs"), "", "", "", "");
        return table;
    }

    // Every request has a key and a phone number of its own; the words are those of the demo town.
    private static async Task Prepare(DataPlace place, string file)
    {
        await using var town = BenchTown.Open(place, TimeProvider.System.GetUtcNow().UtcDateTime);
        await town.Found();
        var key = await town.SubmitKey();
        var today = ShanghaiTime.DayOf(town.Clock.GetUtcNow().UtcDateTime);
        var dice = new DemoDice(DemoPlan.UsualSeed, 1);
        var words = new DemoWords(town.Book, dice);
        LoadDriver.Write(file, Enumerable.Range(0, Bodies).Select(_ =>
        {
            var spot = DemoSpot.In(dice.Any(town.Book.Estates), town.Book, today, dice);
            var texts = dice.Any([.. town.Book.Texts.Where(t => !t.Consultation && DemoWords.StoriesFor(t, spot.Estate.Kind).Count > 0)]);
            var told = words.Tell(texts, spot);
            var body = new { title = told.Title, body = told.Body, place = spot.Estate.Place, category = texts.Category, contact = new { name = "Li", phone = "154########" } };
            return RawConnection.Post("/api/v1/matters", key, "bench-############", JsonSerializer.Serialize(body));
        }));
    }
}
