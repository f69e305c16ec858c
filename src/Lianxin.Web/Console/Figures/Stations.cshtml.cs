using System.Globalization;
using Lianxin.Reports;
using Lianxin.Web.Hosting;
using ReportFigures = Lianxin.Reports.Figures;

namespace Lianxin.Web.Console;

/// <summary>The four stations with what lies there and how long it took (LZ-02); the whole time, and what has no end after 180 days (LZ-71).</summary>
public sealed class FigureStationsPage(CurrentActor current, TimeProvider time, PageWords words, FigureSheets sheets)
    : FigureBoard(current, time, words, sheets)
{
    /// <inheritdoc/>
    public override string Path => "/console/figures/stations";

    /// <summary>The stations in their order.</summary>
    public IReadOnlyList<StationTally> Lines { get; private set; } = [];

    /// <summary>The figures.</summary>
    public ReportFigures Figures { get; private set; } = new();

    /// <summary>Without an end after 180 days, and nothing explains it.</summary>
    public int Unended { get; private set; }

    /// <summary>The same, explained.</summary>
    public int Explained { get; private set; }

    /// <summary>Working days; a dash where there are none.</summary>
    public string Days(decimal? days) => days?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Counts.</summary>
    public async Task OnGet()
    {
        await Load();
        Lines = Sheet.Stations(Filter);
        Figures = Sheet.Count(Filter);
        Unended = Sheet.Where(Filter).Of(Figure.Unended);
        Explained = Sheet.Where(Filter).Of(Figure.Explained);
    }
}
