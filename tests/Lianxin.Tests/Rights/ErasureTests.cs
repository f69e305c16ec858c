using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Search;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Rights;

/// <summary>Erasure as the ledger's design has it (§5.7, P20): really gone, lawfully, and the figures do not move.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Canary = "夜莺巷子里的石狮子少了一只耳朵";
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private MatterErasure Desk => _app.Get<MatterErasure>();

    public async ValueTask InitializeAsync() => _app = await TestApp.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "INV-12")]
    public async Task Contact_words_and_photos_are_gone_from_every_store_the_figures_stay_byte_for_byte_and_the_check_knows_erased_from_missing()
    {
        var number = await Closing.Ended(_app, Canary, photo: true);
        var cut = _app.Clock.GetUtcNow().UtcDateTime;
        _app.Clock.Move(TimeSpan.FromDays((365 * 3) + 5));
        var before = await Figures(cut);
        var clean = await Check();
        Assert.Empty(clean.Findings);
        await Closing.Approve(_app, number, ErasureScope.Everything, ErasureGround.PurposeMet);
        Assert.Equal(1, await _app.Get<EraseApproved>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        await _app.Get<PurgeErased>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop);

        await using var db = _app.Read();
        Assert.False(await db.Set<SealedValue>().AnyAsync(v => v.Matter == number, Stop));
        Assert.False(await db.Set<MatterKey>().AnyAsync(k => k.Matter == number, Stop));
        Assert.False(await db.Set<ContactIndex>().AnyAsync(i => i.Matter == number, Stop));
        Assert.False(await db.Wordings.AnyAsync(w => w.Matter == number && (w.Value != null || w.Salt != null), Stop));
        Assert.False(await db.AccessWordings.AnyAsync(w => w.Matter == number && (w.Value != null || w.Salt != null), Stop));
        var file = await db.Set<StoredFile>().SingleAsync(f => f.Matter == number, Stop);
        Assert.True(file is { Wrapped: null, Salt: null, Sha256.Length: 0, Size: 0 });
        Assert.False(_app.Get<FileVault>().IsThere(file.Name));
        Assert.Empty(await _app.Get<MatterIndex>().Find(db, SearchQuery.Parse("石狮子")).ToListAsync(Stop));
        await NothingInTheDatabaseFiles();

        Assert.Equal(before, await Figures(cut));
        var after = await Check();
        Assert.Empty(after.Findings);
        Assert.True(after.Erased >= 8, $"{after.Erased} openings");
        Assert.Equal(MatterState.Closed, (await db.Matters.SingleAsync(m => m.Number == number, Stop)).State);
    }

    [Fact]
    public async Task An_opening_that_goes_without_an_entry_is_missing_and_one_that_goes_with_it_is_not()
    {
        var number = await Closing.Ended(_app, Canary);
        var other = await Closing.Ended(_app, "另一件事情也办完了");
        await Closing.Erase(_app, number, ErasureScope.Contact, ErasureGround.PurposeMet);
        Assert.Empty((await Check()).Findings);
        await _app.Get<Writer>().Write(async scope => await scope.Run("update wording set value = null, salt = null where matter = $1", [other]));
        var missing = (await Check()).Findings;
        Assert.NotEmpty(missing);
        Assert.All(missing, f => Assert.Equal(RebuildFault.NoOpening, f.Fault));
        // The contact's erasure covers the contact and nothing else of the same matter.
        await _app.Get<Writer>().Write(async scope => await scope.Run("update wording set value = null, salt = null where matter = $1", [number]));
        Assert.True((await Check()).FindingCount > missing.Count);
    }

    [Fact]
    public async Task An_erasure_that_names_one_officer_twice_is_found_and_covers_nothing()
    {
        var number = await Closing.Ended(_app, Canary);
        var one = (await _app.Given.Officer("coordinator")).Id!.Value;
        await Closing.Ask(_app, number, ErasureScope.Contact, ErasureGround.PurposeMet);
        await _app.Journal.Write(Actor.System(), async work =>
        {
            var matter = (await work.Find<Matter>(number))!;
            await work.Find<ErasureRequest>(matter.Erasure!.Value);
            await work.Save(new ErasureApproved(matter.Erasure.Value, one, one), number);
        });
        await _app.Get<EraseApproved>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop);
        var found = (await Check()).Findings;
        Assert.Contains(found, f => f.Fault == RebuildFault.TwoOfficers);
        Assert.Contains(found, f => f.Fault == RebuildFault.NoOpening);
    }

    [Fact]
    public async Task What_runs_or_has_to_be_kept_is_refused_with_its_day()
    {
        var open = await _app.Given.Handled();
        var no = await Assert.ThrowsAsync<RefusedException>(() => Closing.Ask(_app, open.Number, ErasureScope.Contact, ErasureGround.PurposeMet));
        Assert.Equal("erasure.open", no.Code);
        await using var db = _app.Read();
        Assert.Equal((await db.Matters.SingleAsync(m => m.Number == open.Number, Stop)).DueOn, no.Arguments[0]);

        var ended = await Closing.Ended(_app, Canary);
        var kept = await Assert.ThrowsAsync<RefusedException>(() => Closing.Ask(_app, ended, ErasureScope.Everything, ErasureGround.PurposeMet));
        Assert.Equal("erasure.kept", kept.Code);
        Assert.Equal(ShanghaiTime.DayOf(_app.Clock.GetUtcNow().UtcDateTime).AddYears(3), kept.Arguments[0]);
        await Closing.Ask(_app, ended, ErasureScope.Everything, ErasureGround.Unlawful);
        Assert.Equal("erasure.asked_before", (await Assert.ThrowsAsync<RefusedException>(() => Closing.Ask(_app, ended, ErasureScope.Contact, ErasureGround.PurposeMet))).Code);
    }

    [Fact]
    public async Task Two_officers_of_two_duties_agree_and_who_took_it_down_is_none_of_them()
    {
        var number = await Closing.Ended(_app, Canary);
        var coordinator = await _app.Given.Officer("coordinator");
        await Refused("erasure.identity_needed", () => Desk.AskAtWindow(new MatterRef(number), ErasureScope.Contact, ErasureGround.PurposeMet, false, null, coordinator));
        await Desk.AskAtWindow(new MatterRef(number), ErasureScope.Contact, ErasureGround.PurposeMet, true, "来人带了回执", coordinator);
        await Refused("erasure.second_needed", () => Desk.Agree(new MatterRef(number), coordinator));
        await Refused("matter.not_yours", async () => await Desk.Agree(new MatterRef(number), await _app.Given.Officer("city-lead")));
        var supervisor = await _app.Given.Officer("supervisor");
        await Desk.Agree(new MatterRef(number), supervisor);
        await Refused("erasure.second_needed", () => Desk.Agree(new MatterRef(number), supervisor));
        await Refused("erasure.other_duty_needed", () => Desk.Agree(new MatterRef(number), supervisor with { Id = Guid.CreateVersion7() }));
        Assert.Equal(0, await _app.Get<EraseApproved>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        await Desk.Agree(new MatterRef(number), coordinator with { Id = Guid.CreateVersion7() });
        await Refused("erasure.approved_before", () => Desk.Refuse(new MatterRef(number), "太晚了", supervisor));
        Assert.Equal(1, await _app.Get<EraseApproved>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        Assert.Equal(0, await _app.Get<EraseApproved>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
    }

    [Fact]
    public async Task What_is_past_its_time_is_proposed_once_and_goes_only_when_two_agree()
    {
        var number = await Closing.Ended(_app, Canary);
        var job = _app.Get<ProposeErasures>();
        Assert.Equal(0, await job.Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        _app.Clock.Move(TimeSpan.FromDays((365 * 3) + 2));
        Assert.Equal(1, await job.Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        Assert.Equal(0, await job.Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        Assert.Equal(0, await _app.Get<EraseApproved>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        await using (var db = _app.Read())
        {
            Assert.Equal(ErasureOrigin.Retention, (await db.ErasureRequests.SingleAsync(r => r.Matter == number, Stop)).Origin);
            Assert.NotNull(await db.Wordings.Where(w => w.Matter == number && w.Path == "body").Select(w => w.Value).SingleAsync(Stop));
        }

        await Desk.Refuse(new MatterRef(number), "本月要移交档案馆", await _app.Given.Officer("supervisor"));
        Assert.Equal(0, await job.Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        _app.Clock.Move(TimeSpan.FromDays(367));
        Assert.Equal(1, await job.Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
    }

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Code);

    private Task<RebuildReport> Check() => _app.Get<Rebuild>().Check(new RebuildSettings { Files = true }, Stop);

    private async Task<string> Figures(DateTime cut) => (await _app.Get<FigureDesk>().Count(new FigureQuestion(cut), Stop)).ToJson();

    // SQLite only: PostgreSQL's pages are its own affair, see docs/promises.md.
    private async Task NothingInTheDatabaseFiles()
    {
        if (TestDatabase.Kind != DatabaseKind.Sqlite)
        {
            return;
        }

        var settings = _app.Get<DatabaseSettings>();
        foreach (var file in new[] { settings.SqliteFile, settings.SqliteFile + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Stop);
            foreach (var words in new[] { Canary, "石狮", Closing.Note })
            {
                Assert.True(bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) < 0, $"{words} in {Path.GetFileName(file)}");
            }
        }
    }
}
