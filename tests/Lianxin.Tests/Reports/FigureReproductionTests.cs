using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Reports;
using Lianxin.Settings;
using Lianxin.Tests.Calendar;
using Lianxin.Tests.Support;
using Lianxin.Units;
using Lianxin.Web.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Reports;

/// <summary>The same command gives the same bytes, whatever happens after its cut-off (WQ-46, INV-12).</summary>
public sealed class FigureReproductionTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private DateTime _cut;
    private long _handled;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 12, 21, 9);
        await new FigureHistory(_app, 5).Walk(days: 3, steps: 12);
        _app.Clock.SetLocal(2026, 12, 29, 9);
        _handled = (await _app.Given.Handled()).Number;
        await _app.Get<MatterAnswers>().Answer(new MatterRef((await _app.Given.Handled("water")).Number), new AnswerMatter(MatterOutcome.Solved, "水来了。"), await _app.Given.Officer("water-lead"));
        _cut = _app.Clock.GetUtcNow().UtcDateTime;
        _app.Clock.Move(TimeSpan.FromDays(3));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "WQ-46")]
    public Task After_every_text_of_every_matter_is_erased() => Same(() => _app.Get<Writer>().Write(async scope =>
        await scope.Run("update wording set value = null, salt = null where matter is not null", [])));

    [Fact]
    [Trait("row", "WQ-46")]
    public Task After_a_unit_is_renamed_as_of_long_ago() => Same(async () => await _app.Get<UnitDesk>().RenameUnit(
        await _app.Given.Unit("city"), (await Tree()).Unit(await _app.Given.Unit("city"))!.Version, new RenameUnit { Name = "城市运行局", On = new DateOnly(2026, 1, 1) }, Actor.System()));

    [Fact]
    [Trait("row", "WQ-46")]
    public async Task After_a_unit_is_merged_into_another()
    {
        var (city, day) = (await _app.Given.Unit("city"), new DateOnly(2026, 9, 1));
        var room = await _app.Get<UnitDesk>().AddUnit(new AddUnit { Code = "room", Kind = "community", Name = "市容班", Parent = city, Place = TestTown.Community, On = day }, Actor.System());
        var worker = await _app.Get<PeopleDesk>().Add(new AddOfficer { Code = "room-handler", Name = "测试寅", Unit = room, Roles = [Roles.Handler], On = day }, Actor.System());
        await _app.Get<MatterTriage>().Dispatch(new MatterRef(_handled), room, null, await _app.Given.Officer("city-lead"));
        await _app.Get<MatterHandling>().Accept(new MatterRef(_handled), null, await _app.Given.Officer("room-handler"));
        _cut = _app.Clock.GetUtcNow().UtcDateTime;
        _app.Clock.Move(TimeSpan.FromHours(1));
        await Same(
            async () =>
            {
                var lead = (await _app.Given.Officer("city-lead")).Id!.Value;
                await using var read = _app.Read();
                var version = (await _app.Get<OfficerBook>().Read(read)).Officer(worker)!.Version;
                await _app.Get<PeopleDesk>().Deactivate(worker, version, lead, Actor.System());
                await _app.Get<UnitDesk>().CloseUnit(room, (await Tree()).Unit(room)!.Version, city, ShanghaiTime.DayOf(_cut), Actor.System());
            },
            "room");
        await using var db = _app.Read();
        Assert.False((await _app.Get<UnitBook>().Read(db)).IsOpen(room, ShanghaiTime.DayOf(_cut)));
    }

    [Fact]
    [Trait("row", "WQ-46")]
    public Task After_matters_are_merged() => Same(async () =>
        await _app.Get<MatterFeedback>().Merge(new MatterRef(_handled), (await _app.Given.Handled()).Number, await _app.Given.Officer("city-lead")));

    [Fact]
    [Trait("row", "WQ-46")]
    public Task After_a_later_notice_moved_the_deadlines() => Same(async () =>
    {
        await using var db = _app.Read();
        var before = await db.Deadlines.Where(d => d.Matter == _handled).Select(d => d.DueOn).ToListAsync(Stop);
        await _app.Get<SettingDesk>().ApplyCalendar([(2027, Notices.Invented2027Json)], Actor.System());
        await _app.Get<WatchCalendar>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop);
        Assert.NotEqual(before, await db.Deadlines.Where(d => d.Matter == _handled).Select(d => d.DueOn).ToListAsync(Stop));
    });

    [Fact]
    [Trait("row", "WQ-46")]
    public Task After_history_is_imported_and_undone() => Same(async () =>
    {
        var imports = new ImportedHistory(_app);
        await imports.Add();
        await imports.Undo();
    });

    [Fact]
    [Trait("row", "WQ-46")]
    public async Task After_a_later_version_of_the_definitions_is_adopted()
    {
        await _app.Journal.Write(Actor.System(), work => work.Save(new FigureDefinitionsAdopted(1)));
        _cut = _app.Clock.GetUtcNow().UtcDateTime;
        _app.Clock.Move(TimeSpan.FromHours(1));
        await Same(() => _app.Get<AdoptDefinitions>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        Assert.Equal(1, (await Count(new FigureQuestion(_cut))).Definitions);
        Assert.Equal(FigureDefinitions.Newest, (await Count(new FigureQuestion(_app.Clock.GetUtcNow().UtcDateTime))).Definitions);
        Assert.Equal(FigureDefinitions.Newest, (await Count(new FigureQuestion(_cut) { Definitions = FigureDefinitions.Newest })).Definitions);
    }

    [Fact]
    [Trait("row", "WQ-46")]
    public Task After_everything_went_on_for_weeks() => Same(() => new FigureHistory(_app, 6).Walk(days: 4, steps: 12));

    // Every question a command may ask, before and after; the pages' sheet too, counted from today's rows.
    private async Task Same(Func<Task> happens, string unit = "city")
    {
        FigureQuestion[] questions =
        [
            new(_cut), new(_cut, Channel: "web"), new(_cut, Unit: unit), new(_cut) { Definitions = 1 }, new(_cut) { RecordedBy = _cut },
            new(CutOff.OfDay(new DateOnly(2026, 12, 22))),
        ];
        var before = new List<string>();
        foreach (var question in questions)
        {
            before.Add((await Count(question)).ToJson());
        }

        Assert.Contains("\"open\": ", before[2], StringComparison.Ordinal);
        Assert.DoesNotContain("\"received\": 0", before[2], StringComparison.Ordinal);
        await happens();
        for (var i = 0; i < questions.Length; i++)
        {
            Assert.Equal(before[i], (await Count(questions[i])).ToJson());
        }

        using var sheets = new FigureSheets(_app.Get<LianxinDatabase>(), _app.Journal, _app.Get<Replay>(), _app.Get<FigureSource>());
        Assert.Equal(before[0], (await sheets.Of(_cut, null, Stop)).Count(new()).ToJson());
        Assert.Equal(before[2], (await sheets.Of(_cut, null, Stop)).Count(new(null, unit)).ToJson());
    }

    private Task<Figures> Count(FigureQuestion question) => _app.Get<FigureDesk>().Count(question, Stop);

    private async Task<UnitTree> Tree()
    {
        await using var db = _app.Read();
        return await _app.Get<UnitBook>().Read(db);
    }
}
