using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Reports;

/// <summary>One record behind a figure: the matter as it stood at the cut-off, and what stands beside its entries today.</summary>
public sealed record FigureRecord(FigureRow Row, Matter Matter)
{
    /// <summary>Its title; null when it was erased.</summary>
    public string? Title { get; init; }

    /// <summary>The number it bears where it comes from (WQ-45).</summary>
    public string? SourceNumber { get; init; }

    /// <summary>The second officer who agreed to a refusal (WQ-11).</summary>
    public Guid? Second { get; init; }
}

/// <summary>A page of records, and whether more follow on either side.</summary>
public sealed record FigurePageOfRecords(IReadOnlyList<FigureRecord> Records, long? Before, long? After);

/// <summary>Reads the records behind a figure: their number is the figure, their order that of their numbers.</summary>
public sealed class FigureRecords(LianxinDatabase database, Replay replay, FactCatalogue catalogue)
{
    /// <summary>Records of a page.</summary>
    public const int PageSize = 50;

    /// <summary>The page after a number, or before one.</summary>
    public async Task<FigurePageOfRecords> Page(FigureSheet sheet, Figure figure, FigureFilter filter, long? after, long? before, CancellationToken stop = default)
    {
        var rows = sheet.Where(filter).Where(r => r.In(figure));
        var found = before is { } end
            ? rows.Where(r => r.Number < end).TakeLast(PageSize + 1).ToList()
            : rows.Where(r => r.Number > (after ?? 0)).Take(PageSize + 1).ToList();
        var more = found.Count > PageSize;
        var shown = before is null ? found.Take(PageSize).ToList() : found.TakeLast(PageSize).ToList();
        var hasBefore = before is null ? after is not null : more;
        var hasAfter = before is null ? more : true;
        return new FigurePageOfRecords(
            await Read(sheet, shown, stop),
            hasBefore && shown.Count > 0 ? shown[0].Number : null,
            hasAfter && shown.Count > 0 ? shown[^1].Number : null);
    }

    /// <summary>The records of these rows, in their order: each matter folded again up to the cut-off.</summary>
    public async Task<IReadOnlyList<FigureRecord>> Read(FigureSheet sheet, IReadOnlyList<FigureRow> rows, CancellationToken stop = default)
    {
        await using var db = database.Read();
        var folded = await replay.Matters(db, [.. rows.Select(r => r.Number)], sheet.Basis.Size, stop);
        var matters = folded.Select(f => f.All<Matter>().Single()).ToDictionary(m => m.Number);
        var seqs = matters.Values.SelectMany(m => (long[])[m.TitleSeq, m.BodySeq]).Distinct().ToList();
        var words = await db.Wordings.Where(w => seqs.Contains(w.Seq) && (w.Path == "title" || w.Path == "source_number"))
            .ToDictionaryAsync(w => (w.Seq, w.Path), w => w.Value, stop);
        var seconds = await Seconds(db, matters.Values, stop);
        return [.. rows.Select(r => (Row: r, Matter: matters[r.Number])).Select(r => new FigureRecord(r.Row, r.Matter)
        {
            Title = words.GetValueOrDefault((r.Matter.TitleSeq, "title")),
            SourceNumber = words.GetValueOrDefault((r.Matter.BodySeq, "source_number")),
            Second = r.Matter.AnswerSeq is { } answer ? seconds.GetValueOrDefault(answer) : null,
        })];
    }

    private async Task<Dictionary<long, Guid?>> Seconds(LianxinDb db, IEnumerable<Matter> matters, CancellationToken stop)
    {
        var answers = matters.Where(m => m.Refusal is not null).Select(m => m.AnswerSeq!.Value).ToList();
        var entries = answers.Count == 0 ? [] : await db.FactEntries.Where(e => answers.Contains(e.Seq)).Select(e => new { e.Seq, e.Bytes }).ToListAsync(stop);
        return entries.ToDictionary(e => e.Seq, e => (catalogue.Read(EntryReader.Read(e.Bytes)) as MatterAnswered)?.Second);
    }
}
