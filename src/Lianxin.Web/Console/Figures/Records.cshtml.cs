using System.Globalization;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Reports;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>Exactly the records a figure was counted from, as they stood at its cut-off; also as a file.</summary>
public sealed class FigureRecordsPage(CurrentActor current, TimeProvider time, PageWords words, FigureSheets sheets, FigureRecords records, LedgerWitnesses witnesses)
    : FigureBoard(current, time, words, sheets)
{
    private const int ExportChunk = 500;

    private Figure _figure;

    /// <inheritdoc/>
    public override string Path => "/console/figures/" + FigureKey;

    /// <summary>The figure's key in addresses and texts.</summary>
    public string FigureKey => Conventions.Text(_figure);

    /// <summary>A category and everything below it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    /// <summary>A month, as 2026-08.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>came_to_us or went_out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Origin { get; set; }

    /// <summary>A station.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <inheritdoc/>
    public override FigureFilter Filter => base.Filter with
    {
        Category = string.IsNullOrEmpty(Category) ? null : Category,
        Month = DateOnly.TryParseExact(Month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (month.Year, month.Month) : null,
        Origin = Origin is "came_to_us" or "went_out" ? Origin : null,
        At = Conventions.TryParse<Station>(At, out var station) ? station : null,
    };

    /// <summary>How many records there are: the figure itself.</summary>
    public int Total { get; private set; }

    /// <summary>Heads of the receptions listed.</summary>
    public int Heads { get; private set; }

    /// <summary>The records of this page.</summary>
    public FigurePageOfRecords Shown { get; private set; } = new([], null, null);

    /// <summary>What narrows the list beyond channel and unit, in Words.</summary>
    public IEnumerable<string> Narrowed => new[]
    {
        Filter.Category is { } category ? CategoryName(category) : null,
        Filter.Month is null ? null : Month,
        Filter.Origin is { } origin ? Words["figures." + origin] : null,
        Filter.At is { } station ? Words["figures.station." + Conventions.Text(station)] : null,
    }.OfType<string>();

    /// <summary>The columns this figure needs.</summary>
    public IReadOnlyList<string> Columns => _figure switch
    {
        Figure.Refused => ["number", "title", "channel", "unit", "reason", "route", "second", "answered"],
        Figure.HandedDown => ["number", "source", "title", "channel", "unit", "state", "superior_due", "reported_back"],
        Figure.Batches => ["number", "title", "channel", "unit", "from", "heads"],
        _ => ["number", "title", "channel", "category", "unit", "from", "state", "due", "outcome", "days"],
    };

    /// <summary>The page before, or null.</summary>
    public string? Previous => Shown.Before is { } number ? Here(("before", Text(number))) : null;

    /// <summary>The page after, or null.</summary>
    public string? Next => Shown.After is { } number ? Here(("after", Text(number))) : null;

    /// <summary>This list, and more.</summary>
    public string Here(params ReadOnlySpan<(string Key, string? Value)> more) => Link(Path, [("category", Category), ("month", Month), ("origin", Origin), ("at", At), .. more]);

    /// <summary>How a column's cells look.</summary>
    public static string? CellClass(string column) => column switch
    {
        "title" or "route" => "lx-cell-wide",
        "days" or "heads" => "lx-cell-num",
        "from" or "due" or "answered" or "superior_due" or "reported_back" => "lx-cell-no",
        _ => null,
    };

    /// <summary>Shows the records, or gives them as a file.</summary>
    public async Task<IActionResult> OnGet(string figure, string? export, long? after, long? before)
    {
        if (!Conventions.TryParse(figure, out _figure))
        {
            return NotFound();
        }

        await Load();
        var rows = Sheet.Where(Filter).Where(r => r.In(_figure)).ToList();
        if (export is "xlsx" or "csv" && !IsWrong)
        {
            if ((await witnesses.Standing()).State == WitnessState.Overdue)
            {
                await Show(rows, after, before);
                throw FigureRefusals.WitnessesSilent();
            }

            return await Export(rows, export == "csv" ? RowFileKind.Csv : RowFileKind.Xlsx, export);
        }

        await Show(rows, after, before);
        return Page();
    }

    private async Task Show(List<FigureRow> rows, long? after, long? before)
    {
        (Total, Heads) = (rows.Count, rows.Sum(r => r.Heads));
        Shown = await records.Page(Sheet, _figure, Filter, after, before, HttpContext.RequestAborted);
    }

    /// <summary>A cell as the page shows it.</summary>
    public string Cell(FigureRecord record, string column)
    {
        var matter = record.Matter;
        return column switch
        {
            "title" => record.Title ?? Words["figures.erased"],
            "source" => record.SourceNumber ?? Words["figures.no_source"],
            "channel" => ChannelName(matter.Channel),
            "category" => matter.Category is { } category ? CategoryName(category) : Words["common.none"],
            "unit" => UnitName(matter.Unit),
            "from" => Day(record.Row.FromOn),
            "state" => Words["state." + Conventions.Text(matter.State)],
            "due" => Day(matter.DueOn),
            "outcome" => matter.Outcome is { } outcome ? Words.Of(outcome) : Words["common.none"],
            "days" => record.Row.Days is { } days ? Text(days) : Words["common.none"],
            "heads" => Text(record.Row.Heads),
            "answered" => Day(matter.AnsweredAt),
            "superior_due" => Day(matter.SuperiorDueOn),
            "reported_back" => matter.ReportedBackAt is { } back ? Day(ShanghaiTime.DayOf(back)) : Words["figures.not_reported_back"],
            _ => OfRefusal(record, column),
        };
    }

    private string OfRefusal(FigureRecord record, string column)
    {
        var listed = Basis.Lists?.Refusals.FirstOrDefault(r => r.Code == record.Matter.Refusal);
        return column switch
        {
            "reason" => listed?.Label.In(Words.Culture.Name) ?? record.Matter.Refusal ?? Words["common.none"],
            "route" => listed?.RouteText.In(Words.Culture.Name) ?? Words["common.none"],
            _ => record.Second is { } second ? Staff.NameOf(second) : Words["common.none"],
        };
    }

    // A file lies about the house: it carries numbers and dates, and nothing that anybody wrote.
    private async Task<IActionResult> Export(List<FigureRow> rows, RowFileKind kind, string ending)
    {
        var columns = Columns.Where(c => c != "title").ToList();
        var file = new FileStream(System.IO.Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var writer = RowFile.Create(file, kind, Words["figure." + FigureKey], [.. columns.Select(c => new SheetColumn(Words["figures.column." + c]))]))
        {
            foreach (var chunk in rows.Chunk(ExportChunk))
            {
                foreach (var record in await records.Read(Sheet, chunk, HttpContext.RequestAborted))
                {
                    writer.Write([.. columns.Select(c => FileCell(record, c))]);
                }
            }

            writer.Finish();
        }

        file.Position = 0;
        var name = $"{FigureKey}-{CutOff.Write(Basis.AsOf).Replace(":", "", StringComparison.Ordinal)}.{ending}";
        return File(file, kind == RowFileKind.Csv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }

    private SheetCell FileCell(FigureRecord record, string column) => column switch
    {
        "number" => SheetCell.Of(new MatterNumber(record.Row.Number).Digits),
        "days" => record.Row.Days is { } days ? SheetCell.Of((long)days) : SheetCell.Empty,
        "heads" => SheetCell.Of((long)record.Row.Heads),
        "from" => SheetCell.OfLocal(record.Row.FromOn.ToDateTime(TimeOnly.MinValue)),
        "due" => record.Matter.DueOn is { } due ? SheetCell.OfLocal(due.ToDateTime(TimeOnly.MinValue)) : SheetCell.Empty,
        _ => SheetCell.Of(Cell(record, column)),
    };

    private string Day(DateTime? at) => Day(at is { } some ? ShanghaiTime.DayOf(some) : null);

    private string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Words["common.none"];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
