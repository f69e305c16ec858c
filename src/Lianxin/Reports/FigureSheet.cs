using Lianxin.Foundation;

namespace Lianxin.Reports;

/// <summary>Which records of a sheet: a channel, a unit with everything below it, and what the pages beside the figures divide by.</summary>
public sealed record FigureFilter(string? Channel = null, string? Unit = null)
{
    /// <summary>A category and everything below it; <see cref="NoCategory"/> for those without one.</summary>
    public string? Category { get; init; }

    /// <summary>The month its time is counted from, as year and month.</summary>
    public (int Year, int Month)? Month { get; init; }

    /// <summary><c>came_to_us</c> or <c>went_out</c> (WQ-08).</summary>
    public string? Origin { get; init; }

    /// <summary>Where open ones stand.</summary>
    public Station? At { get; init; }

    /// <summary>Stands for no category.</summary>
    public const string NoCategory = "none";
}

/// <summary>Every matter of one cut-off with what it counts in. All figures and all lists behind them are read from the same rows.</summary>
public sealed class FigureSheet(FigureBasis basis, FigureRow[] rows, string[] channels, Guid[] units, string[] categories)
{
    /// <summary>What it was counted with.</summary>
    public FigureBasis Basis { get; } = basis;

    /// <summary>The rows, by number.</summary>
    public IReadOnlyList<FigureRow> Rows => rows;

    /// <summary>The channels that rows name by their place.</summary>
    public IReadOnlyList<string> Channels => channels;

    /// <summary>The units that rows name by their place.</summary>
    public IReadOnlyList<Guid> Units => units;

    /// <summary>The categories that rows name by their place.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <summary>The rows that fit, in order of number; an unknown channel or unit is refused.</summary>
    public IEnumerable<FigureRow> Where(FigureFilter filter)
    {
        var channel = filter.Channel is { } code ? Array.IndexOf(channels, Basis.Channel(code)) : (int?)null;
        var inUnit = filter.Unit is { } unit ? Marks(units, Basis.UnitsUnder(unit).Contains) : null;
        var inCategory = filter.Category is { } category and not FigureFilter.NoCategory ? Marks(categories, Under(category).Contains) : null;
        var inOrigin = filter.Origin is { } origin ? Marks(channels, c => OriginOf(c) == origin) : null;
        return rows.Where(r => (channel is null || r.Channel == channel)
            && (inUnit is null || inUnit[r.Unit])
            && (inCategory is null ? filter.Category is null || r.Category < 0 : r.Category >= 0 && inCategory[r.Category])
            && (inOrigin is null || inOrigin[r.Channel])
            && (filter.Month is not { } month || (r.FromOn.Year, r.FromOn.Month) == month)
            && (filter.At is null || r.At == filter.At));
    }

    /// <summary>The figures of the rows that fit.</summary>
    public Figures Count(FigureFilter filter) => Sum(Where(filter));

    /// <summary>Whether people came to us by the channel or we went out.</summary>
    public string? OriginOf(string channel) => Basis.Lists?.Channels.FirstOrDefault(c => c.Code == channel)?.Origin;

    /// <summary>The top of the tree above a category; the code itself when the lists of the cut-off do not know it.</summary>
    public string RootOf(string category)
    {
        var at = category;
        while (Basis.Lists?.Categories.FirstOrDefault(c => c.Code == at) is { Parent: { } parent })
        {
            at = parent;
        }

        return at;
    }

    /// <summary>The middle value and the one that nine of ten keep, of sorted numbers; null of none.</summary>
    public static (decimal? Median, decimal? P90) Middle(int[] sorted) => sorted.Length == 0
        ? (null, null)
        : ((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2m, sorted[(int)Math.Ceiling(sorted.Length * 0.9m) - 1]);

    private HashSet<string> Under(string category)
    {
        var all = new List<string> { category };
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange(Basis.Lists?.Categories.Where(c => c.Parent == all[i]).Select(c => c.Code) ?? []);
        }

        return [.. all];
    }

    private Figures Sum(IEnumerable<FigureRow> some)
    {
        var counts = new int[Enum.GetValues<Figure>().Length];
        var days = new List<int>();
        var heads = 0;
        foreach (var row in some)
        {
            for (var bits = row.Figures; bits != 0; bits &= bits - 1)
            {
                counts[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
            }

            heads += row.Heads;
            if (row.Days is { } taken)
            {
                days.Add(taken);
            }
        }

        var (median, p90) = Middle([.. days.Order()]);
        return Result(f => counts[(int)f], heads) with { MedianWorkingDays = median, P90WorkingDays = p90 };
    }

    private Figures Result(Func<Figure, int> of, int heads) => new()
    {
        Definitions = Basis.Definitions.Version,
        LastEntry = Basis.Size,
        Received = of(Figure.Received),
        Accepted = of(Figure.Accepted),
        Answered = of(Figure.Answered),
        Closed = of(Figure.Closed),
        Solved = of(Figure.Solved),
        OnTime = of(Figure.OnTime),
        Overdue = of(Figure.Overdue),
        Open = of(Figure.Open),
        Batches = of(Figure.Batches),
        PersonTimes = heads,
    };

    private static bool[] Marks<T>(T[] values, Func<T, bool> fits) => Array.ConvertAll(values, v => fits(v));
}
