using System.Diagnostics;
using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Bench;

/// <summary>A small and a large district side by side: pages asked in turns at both servers, and the sweeps of both.</summary>
internal sealed class SizeBench(BenchSettings settings, TextWriter output)
{
    private const int Small = 10_000;
    private const int Warm = 5;
    private const int Asked = 60;
    private const double MemoryMost = 300;

    private string Database => settings.Db is null ? "SQLite" : "PostgreSQL";

    internal async Task<List<BenchTable>> Run(bool sweep, bool pages, CancellationToken stop)
    {
        await using var small = await Load("10k", Small, stop);
        await using var large = await Load(string.Create(CultureInfo.InvariantCulture, $"{settings.Matters}"), settings.Matters, stop);
        var tables = new List<BenchTable>();
        if (sweep)
        {
            tables.Add(await Sweeps(small.Place, large.Place, stop));
        }

        if (pages)
        {
            tables.AddRange(await Pages(small.Place, large.Place));
        }

        return tables;
    }

    private async Task<BenchPlace> Load(string name, int matters, CancellationToken stop)
    {
        var place = await BenchPlace.Make(settings, name);
        if (!place.IsThere)
        {
            output.WriteLine($"  loading {matters} matters");
            await BulkLoad.Run(place.Place, matters, output, stop);
            await place.Finish();
        }

        return place;
    }

    private async Task<List<BenchTable>> Pages(DataPlace small, DataPlace large)
    {
        var (few, many) = (await PageSet.Of(small, Small), await PageSet.Of(large, settings.Matters));
        await using var smallServer = await BenchServer.Start(small);
        await using var largeServer = await BenchServer.Start(large);
        using var one = new RawConnection(smallServer.Port);
        using var other = new RawConnection(largeServer.Port);
        var table = new BenchTable(
            $"Pages, {Database}: 10,000 matters against {settings.Matters:N0}", "page", "median 10k", "p95 10k", "median", "p95", "p95 ratio", "target", "");
        var groups = new Dictionary<string, (List<double> Few, List<double> Many)>();
        foreach (var page in few.Pages.Keys)
        {
            var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
            for (var i = 0; i < Warm + Asked; i++)
            {
                var (a, b) = (Time(one, few.Pages[page](i)), Time(other, many.Pages[page](i)));
                if (i >= Warm)
                {
                    fewTimes.Add(a);
                    manyTimes.Add(b);
                }
            }

            Row(table, page, fewTimes, manyTimes);
        }

        var memory = new BenchTable($"Memory of the server with {settings.Matters:N0} matters after these pages, {Database}", "measure", "MiB", "target", "");
        var (now, most) = largeServer.Memory();
        memory.Add("resident", now.ToString("F0", CultureInfo.InvariantCulture), settings.Db is null ? "< 300" : "", settings.Db is null ? BenchTable.Met(now < MemoryMost) : "");
        memory.Add("at most since the start", most.ToString("F0", CultureInfo.InvariantCulture), "", "");
        return [table, memory];
    }

    private void Row(BenchTable table, string page, List<double> few, List<double> many)
    {
        var ratio = BenchTable.At(many, 0.95) / BenchTable.At(few, 0.95);
        var target = page.StartsWith("common", StringComparison.Ordinal) ? (double?)null : page.StartsWith("search", StringComparison.Ordinal) && settings.Db is not null ? 5 : 1.5;
        table.Add(
            page,
            BenchTable.Milliseconds(BenchTable.Median(few)),
            BenchTable.Milliseconds(BenchTable.At(few, 0.95)),
            BenchTable.Milliseconds(BenchTable.Median(many)),
            BenchTable.Milliseconds(BenchTable.At(many, 0.95)),
            BenchTable.Ratio(ratio),
            target is { } most ? string.Create(CultureInfo.InvariantCulture, $"≤ {most}") : "",
            target is { } needed ? BenchTable.Met(ratio <= needed) : "");
        output.WriteLine($"  {page}: p95 ratio {BenchTable.Ratio(ratio)}");
    }

    private static double Time(RawConnection connection, byte[] request)
    {
        var watch = Stopwatch.StartNew();
        var status = connection.Ask(request);
        return status == 200 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"A page answered {status}: {connection.Answer[..Math.Min(400, connection.Answer.Length)]}");
    }

    private async Task<BenchTable> Sweeps(DataPlace small, DataPlace large, CancellationToken stop)
    {
        var today = ShanghaiTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var few = BenchTown.Open(small, ShanghaiTime.StartOfDay(today));
        await using var many = BenchTown.Open(large, ShanghaiTime.StartOfDay(today));
        var table = new BenchTable($"Deadline sweep, {Database}", "sweep", "10,000 matters", $"{settings.Matters:N0} matters", "ratio");
        var jobs = Jobs(few).Keys.Where(name => name.StartsWith("watch", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var name in jobs)
        {
            // The first run of a process looks at every running limit once; it is no sweep.
            await Jobs(few)[name].Run(ShanghaiTime.StartOfDay(today.AddDays(-BulkLoad.SweepDays)), stop);
            await Jobs(many)[name].Run(ShanghaiTime.StartOfDay(today.AddDays(-BulkLoad.SweepDays)), stop);
        }

        await Swept(table, few, many, today, stop);
        foreach (var name in jobs)
        {
            var (a, b) = (new List<double>(), new List<double>());
            for (var i = 0; i < settings.Rounds; i++)
            {
                a.Add((await Run(Jobs(few)[name], ShanghaiTime.StartOfDay(today), stop)).Time);
                b.Add((await Run(Jobs(many)[name], ShanghaiTime.StartOfDay(today), stop)).Time);
            }

            Line(table, $"{name}, nothing due", a, b);
        }

        return table;
    }

    private static async Task Swept(BenchTable table, BenchTown few, BenchTown many, DateOnly today, CancellationToken stop)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var back = BulkLoad.SweepDays - 1; back >= 0; back--)
        {
            var now = ShanghaiTime.StartOfDay(today.AddDays(-back));
            var (one, other) = (await Run(Jobs(few)["watch-service-day"], now, stop), await Run(Jobs(many)["watch-service-day"], now, stop));
            if (one.Changed == other.Changed && one.Changed > 0)
            {
                a.Add(one.Time);
                b.Add(other.Time);
            }
        }

        if (a.Count > 0)
        {
            Line(table, $"watch-service-day, {BulkLoad.SweptADay} due", a, b);
        }
    }

    private static void Line(BenchTable table, string name, List<double> few, List<double> many) => table.Add(
        name,
        BenchTable.Milliseconds(BenchTable.Median(few)),
        BenchTable.Milliseconds(BenchTable.Median(many)),
        BenchTable.Ratio(BenchTable.Median(many) / BenchTable.Median(few)));

    private static async Task<(double Time, int Changed)> Run(IJob job, DateTime now, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var changed = await job.Run(now, stop);
        return (watch.Elapsed.TotalMilliseconds, changed);
    }

    private static Dictionary<string, IJob> Jobs(BenchTown town) => town.Services.GetServices<IJob>().ToDictionary(j => j.Name);
}
