using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Reports;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Reports;

/// <summary>Whatever happened: the rows tell what the journal tells, and every list is as long as its figure.</summary>
public sealed class FigureSheetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("row", "WQ-46")]
    [Trait("row", "INV-12")]
    public async Task At_every_cut_off_of_a_random_history_rows_journal_and_lists_agree(int seed)
    {
        await using var app = await TestApp.Start();
        app.Clock.SetLocal(2026, 3, 2, 9);
        var ends = await new FigureHistory(app, seed).Walk(days: 12, steps: 14);
        var (desk, sheets, records) = (app.Get<FigureDesk>(), app.Get<FigureSheets>(), app.Get<FigureRecords>());
        foreach (var end in ends.Where((_, i) => i % 3 == 2).Append(CutOff.OfDay(ShanghaiTime.DayOf(ends[5]))))
        {
            var counted = await desk.Sheet(new FigureQuestion(end), Stop);
            var shown = await sheets.Of(end, null, Stop);
            Assert.Equal(counted.Rows, shown.Rows);
            Assert.True(counted.Rows.Count > 0);
            foreach (var filter in (FigureFilter[])[new(), new("web"), new(null, "city"), new("visit", "centre")])
            {
                var figures = await desk.Count(new FigureQuestion(end, filter.Channel, filter.Unit), Stop);
                Assert.Equal(figures, shown.Count(filter));
                Assert.Equal(figures.Open + figures.Closed, shown.Where(filter).Count(r => r.In(Figure.Open) || r.In(Figure.Closed)));
                foreach (var (figure, count) in Listed(figures))
                {
                    Assert.Equal(count, await Walk(records, shown, figure, filter));
                }
            }

            Assert.Equal(shown.Count(new()).Received, shown.Categories(new()).Sum(c => c.Received));
            Assert.Equal(shown.Count(new()).Received, shown.Months(new()).Sum(m => m.All));
            Assert.Equal(shown.Count(new()).Open, shown.Stations(new()).Sum(s => s.Here));
        }
    }

    [Fact]
    public async Task A_finished_day_is_kept_and_read_again_equal_to_a_recount()
    {
        await using var app = await TestApp.Start();
        app.Clock.SetLocal(2026, 3, 2, 9);
        var ends = await new FigureHistory(app, 7).Walk(days: 6, steps: 14);
        var over = CutOff.OfDay(ShanghaiTime.DayOf(ends[2]));
        var first = await app.Get<FigureSheets>().Of(over, null, Stop);
        await using (var db = app.Read())
        {
            Assert.Equal(first.Basis.Size, (await db.Set<KeptSheet>().SingleAsync(Stop)).Size);
        }

        using var other = new FigureSheets(app.Get<LianxinDatabase>(), app.Journal, app.Get<Replay>(), app.Get<FigureSource>());
        var kept = await other.Of(over, null, Stop);
        Assert.Equal(first.Rows, kept.Rows);
        Assert.Equal((first.Channels, first.Units, first.Categories), (kept.Channels, kept.Units, kept.Categories), new ListsEqual());
        Assert.Equal(await app.Get<FigureDesk>().Count(new FigureQuestion(over), Stop), kept.Count(new()));

        // The present is never kept: it can still change.
        await other.Of(app.Clock.GetUtcNow().UtcDateTime, null, Stop);
        await using var after = app.Read();
        Assert.Equal(1, await after.Set<KeptSheet>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_sheet_of_another_size_of_the_journal_is_not_taken_for_this_cut_off()
    {
        await using var app = await TestApp.Start();
        await app.Given.Matter();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(1, (await app.Get<FigureSheets>().Of(now, null, Stop)).Count(new()).Received);
        await app.Given.Matter();
        Assert.Equal(2, (await app.Get<FigureSheets>().Of(now, null, Stop)).Count(new()).Received);
    }

    private static IEnumerable<(Figure Figure, int Count)> Listed(Figures figures) =>
    [
        (Figure.Received, figures.Received), (Figure.Accepted, figures.Accepted), (Figure.Answered, figures.Answered), (Figure.Closed, figures.Closed),
        (Figure.Solved, figures.Solved), (Figure.OnTime, figures.OnTime), (Figure.Overdue, figures.Overdue), (Figure.Open, figures.Open), (Figure.Batches, figures.Batches),
    ];

    // Page after page, then back again: the same records both ways, none twice.
    private static async Task<int> Walk(FigureRecords records, FigureSheet sheet, Figure figure, FigureFilter filter)
    {
        var seen = new HashSet<long>();
        long? after = 0;
        var pages = new List<FigurePageOfRecords>();
        while (after is { } from)
        {
            pages.Add(await records.Page(sheet, figure, filter, from == 0 ? null : from, null, Stop));
            Assert.All(pages[^1].Records, r => Assert.True(seen.Add(r.Row.Number)));
            after = pages[^1].After;
        }

        for (var i = pages.Count - 1; i > 0; i--)
        {
            var back = await records.Page(sheet, figure, filter, null, pages[i].Before, Stop);
            Assert.Equal(pages[i - 1].Records.Select(r => r.Row.Number), back.Records.Select(r => r.Row.Number));
        }

        return seen.Count;
    }

    private sealed class ListsEqual : IEqualityComparer<(IReadOnlyList<string>, IReadOnlyList<Guid>, IReadOnlyList<string>)>
    {
        public bool Equals((IReadOnlyList<string>, IReadOnlyList<Guid>, IReadOnlyList<string>) x, (IReadOnlyList<string>, IReadOnlyList<Guid>, IReadOnlyList<string>) y) =>
            x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2) && x.Item3.SequenceEqual(y.Item3);

        public int GetHashCode((IReadOnlyList<string>, IReadOnlyList<Guid>, IReadOnlyList<string>) obj) => obj.Item1.Count;
    }
}
