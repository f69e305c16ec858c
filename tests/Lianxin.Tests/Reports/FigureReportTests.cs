using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Reports;

/// <summary>The figures of the source documents, over matters made to give them.</summary>
public sealed class FigureReportTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Actor _clerk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 8, 3, 9);
        _clerk = await _app.Given.Officer("centre-lead");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "WQ-42")]
    [Trait("row", "WQ-43")]
    [Trait("row", "WQ-44")]
    [Trait("row", "SC-15")]
    public async Task A_year_gives_278_batches_521_persons_204_solved_and_the_rates_of_both_channels()
    {
        // 43 visits of three, 157 of two and 78 of one are 278 batches and 521 persons; in 9 of them a second matter was raised.
        var reception = Guid.Empty;
        for (var i = 0; i < 278; i++)
        {
            reception = Guid.CreateVersion7();
            await Submit("visit", heads: i < 43 ? 3 : i < 200 ? 2 : 1, reception: reception);
            if (i < 9)
            {
                await Submit("visit", heads: 2, reception: reception);
            }
        }

        for (var i = 0; i < 402; i++)
        {
            await Settle(await Submit("magistrate-mailbox"), ends: i < 379, solved: i < 150);
        }

        for (var i = 0; i < 103; i++)
        {
            await Settle(await Submit("magistrate-phone"), ends: i < 99, solved: i < 54);
        }

        var now = _app.Clock.GetUtcNow().UtcDateTime;
        var figures = await _app.Get<FigureDesk>().Count(new FigureQuestion(now), Stop);
        Assert.Equal((278, 521, 204), (figures.Batches, figures.PersonTimes, figures.Solved));
        var channels = (await _app.Get<FigureSheets>().Of(now, null, Stop)).Channels(new()).ToDictionary(c => c.Channel);
        Assert.Equal((402, 379, "94.3 %"), Of(channels["magistrate-mailbox"]));
        Assert.Equal((103, 99, "96.1 %"), Of(channels["magistrate-phone"]));
        Assert.Equal((278, 521), (channels["visit"].Batches, channels["visit"].PersonTimes));
        Assert.Equal(287, channels["visit"].Received);
        var again = await _app.Get<FigureDesk>().Count(new FigureQuestion(now), Stop);
        Assert.Equal(figures, again);

        // The first version of the definitions took every matter of a window for a reception.
        Assert.Equal(287, (await _app.Get<FigureDesk>().Count(new FigureQuestion(now) { Definitions = 1 }, Stop)).Batches);
    }

    [Fact]
    [Trait("row", "WQ-08")]
    public async Task Of_214_matters_of_a_month_71_that_we_went_out_for_are_a_third()
    {
        _app.Clock.SetLocal(2026, 8, 31, 20);
        for (var i = 1; i <= 214; i++)
        {
            await Submit(i <= 71 ? "outreach" : "hotline");
        }

        _app.Clock.SetLocal(2026, 9, 2, 9);
        await Submit("outreach");
        var months = (await Sheet()).Months(new());
        Assert.Equal([(2026, 9), (2026, 8)], months.Select(m => (m.Year, m.Month)));
        Assert.Equal((214, 71, "33.2 %"), (months[1].All, months[1].WentOut, months[1].Share.ToString()));
    }

    [Fact]
    [Trait("row", "LZ-02")]
    public async Task Each_station_says_what_lies_there_and_how_long_the_others_stayed()
    {
        // Monday in, Wednesday taken on, the next Monday answered and told, Thursday judged: 2, 3, 0 and 3 working days.
        var first = await _app.Given.Dispatched();
        var waits = await _app.Given.Matter();
        _app.Clock.SetLocal(2026, 8, 5, 9);
        await _app.Get<MatterHandling>().Accept(new MatterRef(first.Number), null, await _app.Given.Officer("city-lead"));
        await _app.Given.Handled();
        _app.Clock.SetLocal(2026, 8, 10, 9);
        await _app.Get<MatterAnswers>().Answer(new MatterRef(first.Number), new AnswerMatter(MatterOutcome.Solved, "修好了。"), await _app.Given.Officer("city-lead"));
        await _app.Get<MatterAnswers>().Opened(first.Number, Given.ThePerson);
        Assert.Equal([1, 1, 0, 1], (await Sheet()).Stations(new()).Select(s => s.Here));
        _app.Clock.SetLocal(2026, 8, 13, 9);
        await _app.Get<MatterFeedback>().Verdict(new MatterRef(first.Number), MatterVerdict.Solved, null, Given.ThePerson);
        var stations = (await Sheet()).Stations(new());
        Assert.Equal([Station.Acceptance, Station.Handling, Station.Feedback, Station.Supervision], stations.Select(s => s.Station));
        Assert.Equal([1, 1, 0, 0], stations.Select(s => s.Here));
        Assert.Equal([1m, 3m, 0m, 3m], stations.Select(s => s.Median));
        Assert.Equal([2, 1, 1, 1], stations.Select(s => s.Left));

        // From acceptance straight to supervision there is no step.
        var jumps = await Assert.ThrowsAsync<RefusedException>(() =>
            _app.Get<MatterFeedback>().Verdict(new MatterRef(waits.Number), MatterVerdict.Solved, null, Given.ThePerson));
        Assert.Equal("matter.not_now", jumps.Code);
    }

    [Fact]
    [Trait("row", "LZ-71")]
    public async Task After_180_days_only_what_nothing_explains_is_counted_as_without_an_end()
    {
        var (open, papers, master) = (await _app.Given.Handled(), await _app.Given.Handled(), await _app.Given.Handled());
        var member = await _app.Given.Matter();
        await _app.Get<MatterFeedback>().Merge(new MatterRef(member.Number), master.Number, _clerk);
        await _app.Get<MatterHandling>().AskPapers(new MatterRef(papers.Number), ["户口簿"], null, await _app.Given.Officer("city-lead"));
        _app.Clock.Move(TimeSpan.FromDays(180));
        Assert.DoesNotContain((await Sheet()).Rows, r => r.In(Figure.Unended) || r.In(Figure.Explained));
        _app.Clock.Move(TimeSpan.FromMinutes(1));
        var sheet = await Sheet();
        Assert.Equal([open.Number, master.Number], sheet.Rows.Where(r => r.In(Figure.Unended)).Select(r => r.Number));
        Assert.Equal([papers.Number, member.Number], sheet.Rows.Where(r => r.In(Figure.Explained)).Select(r => r.Number));
    }

    [Fact]
    [Trait("row", "LZ-52")]
    [Trait("row", "YP-37")]
    public async Task The_root_categories_sum_to_the_total_and_the_three_of_pressure_are_among_them()
    {
        foreach (var category in (string?[])["street-lights", "dogs", "noise", "resettlement", "old-estate", "job-seeking", "temporary-relief", null])
        {
            await Submit("hotline", category: category);
        }

        var lines = (await Sheet()).Categories(new());
        Assert.Equal(8, lines.Sum(l => l.Received));
        Assert.Equal((2, 1, 1), (At("renewal"), At("jobs"), At("poverty")));
        Assert.Equal(1, At(FigureFilter.NoCategory));
        Assert.True(((string[])["public-order", "neighbours", "utilities", "medical", "public-health", "greening", "poverty", "culture"]).All(root => lines.Any(l => l.Category == root)));

        int At(string root) => lines.Single(l => l.Category == root).Received;
    }

    [Theory]
    [InlineData(379, 402, "94.3 %")]
    [InlineData(1, 16, "6.2 %")]
    [InlineData(3, 16, "18.8 %")]
    [InlineData(0, 0, "–")]
    [InlineData(7, 7, "100.0 %")]
    public void A_rate_is_of_whole_numbers_and_rounds_halves_to_even(int part, int whole, string shown) => Assert.Equal(shown, new Rate(part, whole).ToString());

    private async Task<FigureSheet> Sheet() => await _app.Get<FigureSheets>().Of(_app.Clock.GetUtcNow().UtcDateTime, null, Stop);

    private async Task<MatterRef> Submit(string channel, int heads = 1, Guid? reception = null, string? category = null)
    {
        var input = new SubmitMatter { Body = "巷口的灯不亮。", Channel = channel, Heads = heads, Reception = reception, Category = category, Place = TestTown.Community };
        return new MatterRef((await _app.Get<MatterIntake>().Submit(input, _clerk)).Number);
    }

    private async Task Settle(MatterRef at, bool ends, bool solved)
    {
        await _app.Get<MatterAnswers>().AnswerNow(at, new AnswerMatter(solved ? MatterOutcome.Solved : MatterOutcome.Explained, "当场答复。"), null, _clerk);
        if (ends)
        {
            await _app.Get<MatterFeedback>().Verdict(at, MatterVerdict.Solved, null, Given.ThePerson);
        }
    }

    private static (int, int, string) Of(ChannelTally channel) => (channel.Accepted, channel.AcceptedClosed, channel.Rate.ToString());
}
