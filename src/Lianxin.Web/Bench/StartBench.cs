namespace Lianxin.Web.Bench;

/// <summary>From the command to the first page, over a demo town that is there already.</summary>
internal static class StartBench
{
    private const double Most = 3;

    internal static async Task<BenchTable> Run(BenchSettings settings, CancellationToken stop)
    {
        await using var place = await BenchPlace.Make(settings with { Keep = null }, "demo");
        await using (await BenchServer.Start(place.Place, demo: true))
        {
            stop.ThrowIfCancellationRequested();
        }

        var seconds = new List<double>();
        for (var i = 0; i < settings.Rounds; i++)
        {
            await using var server = await BenchServer.Start(place.Place, demo: true);
            seconds.Add(server.FirstPage.TotalSeconds);
        }

        var median = BenchTable.Median(seconds);
        var table = new BenchTable($"Start to first page, demo town loaded, {(settings.Db is null ? "SQLite" : "PostgreSQL")}", "measure", "median of starts", "least", "most", "target", "");
        table.Add("seconds", Form(median), Form(seconds.Min()), Form(seconds.Max()), "< 3", BenchTable.Met(median < Most));
        return table;
    }

    private static string Form(double seconds) => seconds.ToString("F2", System.Globalization.CultureInfo.InvariantCulture);
}
