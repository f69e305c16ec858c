using Lianxin.Reports;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>By channel: accepted, ended and the rate (WQ-44); by month: what came to us and what we went out for (WQ-08).</summary>
public sealed class FigureChannelsPage(CurrentActor current, TimeProvider time, PageWords words, FigureSheets sheets)
    : FigureBoard(current, time, words, sheets)
{
    /// <inheritdoc/>
    public override string Path => "/console/figures/channels";

    /// <summary>The channels.</summary>
    public IReadOnlyList<ChannelTally> Lines { get; private set; } = [];

    /// <summary>The months.</summary>
    public IReadOnlyList<MonthTally> Months { get; private set; } = [];

    /// <summary>Counts.</summary>
    public async Task OnGet()
    {
        await Load();
        Lines = Sheet.Channels(Filter);
        Months = Sheet.Months(Filter);
    }
}
