using System.Globalization;
using Lianxin.Reports;
using Lianxin.Web.Hosting;
using ReportFigures = Lianxin.Reports.Figures;

namespace Lianxin.Web.Console;

/// <summary>A line of the figures: its key, what it shows, and the records it is counted from.</summary>
public sealed record FigureLine(string Key, string Value, Figure Records);

/// <summary>统计: every figure of a cut-off with what it means, each a link to exactly its records (WQ-43, WQ-46).</summary>
public sealed class FiguresPage(CurrentActor current, TimeProvider time, PageWords words, FigureSheets sheets) : FigureBoard(current, time, words, sheets)
{
    /// <inheritdoc/>
    public override string Path => "/console/figures";

    /// <summary>The figures.</summary>
    public ReportFigures Figures { get; private set; } = new();

    /// <summary>What the daily triage left (WQ-38).</summary>
    public int Untriaged { get; private set; }

    /// <summary>The day before today, unless it is the one shown.</summary>
    public DateOnly? Yesterday => On == Today.AddDays(-1) ? null : Today.AddDays(-1);

    /// <summary>The figures as lines, in their order.</summary>
    public IReadOnlyList<FigureLine> Lines =>
    [
        new("received", Text(Figures.Received), Figure.Received),
        new("accepted", Text(Figures.Accepted), Figure.Accepted),
        new("answered", Text(Figures.Answered), Figure.Answered),
        new("closed", Text(Figures.Closed), Figure.Closed),
        new("solved", Text(Figures.Solved), Figure.Solved),
        new("on_time", Text(Figures.OnTime), Figure.OnTime),
        new("overdue", Text(Figures.Overdue), Figure.Overdue),
        new("open", Text(Figures.Open), Figure.Open),
        new("median_working_days", Text(Figures.MedianWorkingDays), Figure.Answered),
        new("p90_working_days", Text(Figures.P90WorkingDays), Figure.Answered),
        new("batches", Text(Figures.Batches), Figure.Batches),
        new("person_times", Text(Figures.PersonTimes), Figure.Batches),
    ];

    /// <summary>Counts.</summary>
    public async Task OnGet()
    {
        await Load();
        Figures = Sheet.Count(Filter);
        Untriaged = Sheet.Where(Filter).Of(Figure.Untriaged);
    }

    private static string Text(decimal? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";
}
