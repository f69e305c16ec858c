namespace Lianxin.Reports;

/// <summary>What one channel brought: accepted, of these ended, receptions and heads (WQ-44).</summary>
public sealed record ChannelTally(string Channel, int Received, int Accepted, int AcceptedClosed, int Batches, int PersonTimes)
{
    /// <summary>Ended of the accepted.</summary>
    public Rate Rate => new(AcceptedClosed, Accepted);
}

/// <summary>What came to us and what we went out for in a month (WQ-08).</summary>
public sealed record MonthTally(int Year, int Month, int CameToUs, int WentOut)
{
    /// <summary>Both.</summary>
    public int All => CameToUs + WentOut;

    /// <summary>The share we went out for.</summary>
    public Rate Share => new(WentOut, All);
}

/// <summary>A station: what lies there, and how many working days it took those that left it (LZ-02).</summary>
public sealed record StationTally(Station Station, int Here, int Left, decimal? Median, decimal? P90);

/// <summary>A root category, or <see cref="FigureFilter.NoCategory"/>: what came in it and what became of it (LZ-52, YP-37).</summary>
public sealed record CategoryTally(string Category, int Received, int Accepted, int Closed, int Solved);

/// <summary>The tables beside the figures, each summed from the rows that fit a filter.</summary>
public static class FigureTallies
{
    /// <summary>A line for each channel that brought something, in the order of the lists.</summary>
    public static IReadOnlyList<ChannelTally> Channels(this FigureSheet sheet, FigureFilter filter)
    {
        var order = sheet.Basis.Lists?.Channels.Select(c => c.Code).ToList() ?? [];
        return [.. sheet.Where(filter).GroupBy(r => r.Channel)
            .Select(g => new ChannelTally(
                sheet.Channels[g.Key], Of(g, Figure.Received), Of(g, Figure.Accepted), Of(g, Figure.AcceptedClosed), Of(g, Figure.Batches), g.Sum(r => r.Heads)))
            .OrderBy(t => order.IndexOf(t.Channel))];
    }

    /// <summary>A line for each month, the newest first.</summary>
    public static IReadOnlyList<MonthTally> Months(this FigureSheet sheet, FigureFilter filter)
    {
        var wentOut = sheet.Channels.Select(c => sheet.OriginOf(c) == "went_out").ToArray();
        return [.. sheet.Where(filter).GroupBy(r => (r.FromOn.Year, r.FromOn.Month))
            .Select(g => new MonthTally(g.Key.Year, g.Key.Month, g.Count(r => !wentOut[r.Channel]), g.Count(r => wentOut[r.Channel])))
            .OrderByDescending(t => t.Year).ThenByDescending(t => t.Month)];
    }

    /// <summary>The four stations in their order.</summary>
    public static IReadOnlyList<StationTally> Stations(this FigureSheet sheet, FigureFilter filter)
    {
        var rows = sheet.Where(filter).ToList();
        return [.. Enum.GetValues<Station>().Select(station =>
        {
            var days = rows.Select(r => r.Dwell.Of(station)).OfType<int>().Order().ToArray();
            var (median, p90) = FigureSheet.Middle(days);
            return new StationTally(station, rows.Count(r => r.At == station), days.Length, median, p90);
        })];
    }

    /// <summary>A line for each root of the tree, those without a category last; they sum to the whole.</summary>
    public static IReadOnlyList<CategoryTally> Categories(this FigureSheet sheet, FigureFilter filter)
    {
        var roots = sheet.Categories.Select(sheet.RootOf).ToArray();
        var all = sheet.Basis.Lists?.Categories.Where(c => c.Parent is null).Select(c => c.Code).ToList() ?? [];
        var rows = sheet.Where(filter).ToLookup(r => r.Category < 0 ? FigureFilter.NoCategory : roots[r.Category]);
        return [.. all.Concat(rows.Select(g => g.Key).Except([.. all, FigureFilter.NoCategory])).Append(FigureFilter.NoCategory).Select(code => new CategoryTally(
            code, Of(rows[code], Figure.Received), Of(rows[code], Figure.Accepted), Of(rows[code], Figure.Closed), Of(rows[code], Figure.Solved)))];
    }

    /// <summary>How many of the rows count in the figure.</summary>
    public static int Of(this IEnumerable<FigureRow> rows, Figure figure) => rows.Count(r => r.In(figure));
}
