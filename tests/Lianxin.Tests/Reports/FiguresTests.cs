using System.Text.Json;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Tests.Support;
using Lianxin.Units;

namespace Lianxin.Tests.Reports;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("2026-06-30 24:00", "2026-06-30T15:59:59.999Z")]
    [InlineData("2026-06-30", "2026-06-30T15:59:59.999Z")]
    [InlineData("2026-06-30 09:30", "2026-06-30T01:30:00.000Z")]
    public void A_cut_off_is_read_as_people_write_it(string text, string expected) =>
        Assert.Equal(DateTime.Parse(expected, null, System.Globalization.DateTimeStyles.AdjustToUniversal), CutOff.Parse(text));

    [Theory]
    [InlineData("30.06.2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-06-30 25:00")]
    [InlineData("")]
    public void What_is_no_cut_off_is_refused(string text) => Assert.Null(CutOff.Parse(text));

    [Fact]
    [Trait("row", "WQ-46")]
    [Trait("row", "INV-12")]
    public async Task The_same_cut_off_gives_the_same_bytes_whatever_happens_later()
    {
        await using var app = await TestApp.Start();
        app.Clock.SetLocal(2026, 6, 1, 9);
        var solved = await app.Given.Answered();
        await app.Get<MatterFeedback>().Verdict(new MatterRef(solved.Number), MatterVerdict.Solved, null, Given.ThePerson);
        var open = await app.Given.Handled("water");
        await app.Given.Matter("希望菜场早市提前半小时", form: MatterForm.Opinion);
        app.Clock.SetLocal(2026, 7, 1, 9);
        var desk = app.Get<FigureDesk>();
        var question = new FigureQuestion(CutOff.Parse("2026-06-30 24:00")!.Value);
        var before = JsonSerializer.Serialize(await desk.Count(question, TestContext.Current.CancellationToken));

        await app.Get<MatterAnswers>().Answer(new MatterRef(open.Number), new AnswerMatter(MatterOutcome.Solved, "修好了。"), await app.Given.Officer("water-lead"));
        await app.Given.Matter();
        var water = await app.Given.Unit("water");
        await app.Get<UnitDesk>().RenameUnit(water, 2, new RenameUnit { Name = "水务集团", On = new DateOnly(2026, 6, 1) }, Actor.System());
        Assert.Equal(before, JsonSerializer.Serialize(await desk.Count(question, TestContext.Current.CancellationToken)));

        var june = await desk.Count(question, TestContext.Current.CancellationToken);
        Assert.Equal((3, 2, 1, 1, 1), (june.Received, june.Accepted, june.Answered, june.Closed, june.Solved));
        Assert.Equal((1, 1), (june.OnTime, june.Overdue));
    }

    [Fact]
    [Trait("row", "WQ-43")]
    public async Task Solved_needs_the_units_word_and_the_persons()
    {
        await using var app = await TestApp.Start();
        var silent = await app.Given.Answered();
        var not = await app.Given.Answered();
        await app.Get<MatterFeedback>().Verdict(new MatterRef(not.Number), MatterVerdict.Not, "没修好", Given.ThePerson);
        var figures = await app.Get<FigureDesk>().Count(new FigureQuestion(app.Clock.GetUtcNow().UtcDateTime), TestContext.Current.CancellationToken);
        Assert.Equal((2, 2, 0), (figures.Received, figures.Answered, figures.Solved));
        Assert.NotEqual(silent.Number, not.Number);
    }

    [Fact]
    [Trait("row", "WQ-42")]
    public async Task Receptions_and_their_heads_are_counted_apart_from_matters()
    {
        await using var app = await TestApp.Start();
        await app.Get<MatterIntake>().Submit(
            new SubmitMatter { Body = "九户人家没有水吃", Channel = "visit", Heads = 9, Place = TestTown.Community }, await app.Given.Officer("clerk"));
        await app.Given.Matter();
        var desk = app.Get<FigureDesk>();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var all = await desk.Count(new FigureQuestion(now), TestContext.Current.CancellationToken);
        Assert.Equal((2, 1, 9), (all.Received, all.Batches, all.PersonTimes));
        var web = await desk.Count(new FigureQuestion(now, Channel: "web"), TestContext.Current.CancellationToken);
        Assert.Equal((1, 0), (web.Received, web.Batches));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Count(new FigureQuestion(now, Channel: "pigeon"), TestContext.Current.CancellationToken));
    }
}
