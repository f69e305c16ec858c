using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Reports;

/// <summary>Imported history counts by its own dates, and only where it is asked for; an undone row counts nowhere from the undo on.</summary>
public sealed class FigureImportTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private ImportedHistory _history = null!;
    private DateTime _imported;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 6, 1, 9);
        await _app.Given.Handled();
        _app.Clock.SetLocal(2026, 7, 1, 9);
        _history = new ImportedHistory(_app);
        await _history.Add();
        _imported = _app.Clock.GetUtcNow().UtcDateTime;
        _app.Clock.Move(TimeSpan.FromHours(1));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Plain_figures_leave_it_out_and_history_speaks_by_its_own_dates()
    {
        Assert.Equal((1, 1, 0), Of(await Count(_imported)));
        var third = await Count(ImportedHistory.At(2020, 3, 3), _imported);
        Assert.Equal((2, 0, 0), Of(third));
        Assert.Equal(2, third.Open);
        var spring = await Count(ImportedHistory.At(2020, 3, 31), _imported);
        Assert.Equal((2, 1, 1), Of(spring));
        Assert.Equal((1, 1, 0, 0, 0), (spring.Closed, spring.Open, spring.Solved, spring.OnTime, spring.Overdue));
        Assert.Equal((5m, 0, 0), (spring.MedianWorkingDays, spring.Batches, spring.PersonTimes));
        Assert.Equal((3, 2, 1), Of(await Count(_imported, _imported)));
    }

    [Fact]
    public async Task It_counts_only_as_far_as_it_was_recorded_and_not_undone_by_then()
    {
        Assert.Equal((0, 0, 0), Of(await Count(ImportedHistory.At(2020, 3, 31), _imported.AddMilliseconds(-1))));
        await _history.Undo();
        var undone = _app.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal((2, 1, 1), Of(await Count(ImportedHistory.At(2020, 3, 31), _imported)));
        Assert.Equal((0, 0, 0), Of(await Count(ImportedHistory.At(2020, 3, 31), undone)));
        Assert.Equal((1, 1, 0), Of(await Count(undone)));
    }

    [Fact]
    public async Task Taken_up_it_is_an_ordinary_matter_of_that_day()
    {
        await _app.Get<MatterBacklog>().TakeUp(new MatterRef(_history.Numbers[1]), await _app.Given.Officer("centre-lead"));
        var now = _app.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal((2, 1, 0), Of(await Count(now)));
        Assert.Equal((1, 1, 0), Of(await Count(_imported)));
        var july = (await _app.Get<FigureDesk>().Sheet(new FigureQuestion(now), Stop)).Months(new()).Single(m => m.Month == 7);
        Assert.Equal((2026, 1), (july.Year, july.All));
    }

    [Fact]
    public async Task History_cannot_be_recorded_before_its_cut_off()
    {
        var no = await Assert.ThrowsAsync<RefusedException>(() => Count(_imported, _imported.AddDays(-1)));
        Assert.Equal("figures.recorded_before", no.Code);
    }

    private Task<Figures> Count(DateTime asOf, DateTime? recordedBy = null) => _app.Get<FigureDesk>().Count(new FigureQuestion(asOf) { RecordedBy = recordedBy }, Stop);

    private static (int Received, int Accepted, int Answered) Of(Figures figures) => (figures.Received, figures.Accepted, figures.Answered);
}
