using System.IO.Compression;
using Lianxin.Archives;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Foundation;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Lianxin.Web.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Archives;

/// <summary>A backup is made while the district is at work, and what comes back is the same to the last column.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lianxin-backup-");
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "district.zip");

    private DataPlace Place => _app.Get<DataPlace>();

    public async ValueTask InitializeAsync() => _app = await BusyTown.Make();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static TheoryData<DatabaseKind> Targets() => TestDatabase.Kind == DatabaseKind.Postgres
        ? [DatabaseKind.Sqlite, DatabaseKind.Postgres]
        : [DatabaseKind.Sqlite];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task What_was_backed_up_comes_back_column_for_column_in_either_database(DatabaseKind target)
    {
        var before = await _app.Get<Rebuild>().Check(new RebuildSettings { Files = true }, Stop);
        await _app.Get<Backup>().Make(File, Stop);
        await using var bare = await TestDatabase.MakeBare(target);
        var (exit, said) = await Restored(bare.Place, Place.KeyFile);
        Assert.True(exit == VerbExit.Done, said);
        await using var services = Services(bare.Place);
        await using (var db = services.GetRequiredService<LianxinDatabase>().Read())
        {
            Assert.Equal(before.Facts + 1, await db.FactEntries.LongCountAsync(Stop));
            Assert.Equal(0, await db.Set<StaffSession>().CountAsync(Stop));
        }

        var after = await services.GetRequiredService<Rebuild>().Check(new RebuildSettings { Files = true }, Stop);
        Assert.Equal(0, after.FindingCount);
        Assert.Equal((before.Matters, before.Openings, before.Rows), (after.Matters, after.Openings, after.Rows));
        Assert.Equal(before.Digest, await DigestBefore(services, before.Facts));
    }

    // The note of the restore folds no row, so the rows are the same and so is their digest.
    private static async Task<string> DigestBefore(IServiceProvider services, long facts)
    {
        var report = await services.GetRequiredService<Rebuild>().Check(new RebuildSettings(), Stop);
        Assert.Equal(facts + 1, report.Facts);
        return report.Digest;
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_restored_district_is_searched_and_takes_the_next_number(DatabaseKind target)
    {
        var last = await _app.Given.Matter("喷泉广场的石凳断了一条腿");
        await _app.Get<Backup>().Make(File, Stop);
        await using var bare = await TestDatabase.MakeBare(target);
        Assert.Equal(VerbExit.Done, (await Restored(bare.Place, Place.KeyFile)).Exit);
        await using var services = Services(bare.Place);
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var index = services.GetRequiredService<Lianxin.Search.MatterIndex>();
        Assert.Equal([last.Number], await index.Find(db, Lianxin.Search.SearchQuery.Parse("石凳")).Select(h => h.Matter).ToListAsync(Stop));
        var next = await services.GetRequiredService<MatterIntake>().Submit(
            new SubmitMatter { Body = "恢复以后的第一件", Channel = "web", Contact = new SubmitContact() }, Given.Anybody);
        Assert.Equal(new MatterNumber(last.Number).Serial + 1, new MatterNumber(next.Number).Serial);
    }

    [Fact]
    public async Task A_backup_made_while_matters_come_in_is_of_one_moment()
    {
        using var enough = new CancellationTokenSource();
        var arriving = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await _app.Given.Matter();
                }
            },
            Stop);
        var made = await _app.Get<Backup>().Make(File, Stop);
        await enough.CancelAsync();
        await arriving;
        var report = await _app.Get<NightlyBackup>().Rehearse(made.Path, Stop);
        Assert.True(report.FindingCount == 0, string.Join('\n', report.Findings));
        Assert.Equal(made.Manifest.Facts, report.Facts);
    }

    [Fact]
    public async Task Every_byte_counts_a_changed_or_shortened_backup_is_refused_and_the_place_stays_empty()
    {
        await _app.Get<Backup>().Make(File, Stop);
        var whole = await System.IO.File.ReadAllBytesAsync(File, Stop);
        var damaged = Path.Combine(_folder.FullName, "damaged.zip");
        var random = new Random(20261122);
        for (var i = 0; i < 60; i++)
        {
            var bytes = i % 6 == 5 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (i % 6 != 5)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            await System.IO.File.WriteAllBytesAsync(damaged, bytes, Stop);
            await using var bare = await TestDatabase.MakeBare(DatabaseKind.Sqlite);
            if (await Refusal(bare.Place, damaged) is { } code)
            {
                Assert.Equal("backup.damaged", code);
                Assert.False(System.IO.File.Exists(bare.Place.Database.SqliteFile));
            }
            else
            {
                // A bit of the container that carries nothing, such as a time stamp: all members are still as they were.
                Assert.True(i % 6 != 5);
            }
        }
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("files/aa/../../../outside")]
    [InlineData("/etc/outside")]
    [InlineData("files/aa/short")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        var made = await _app.Get<Backup>().Make(File, Stop);
        using (var zip = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            await using (var stream = zip.CreateEntry(name).Open())
            {
                stream.WriteByte(1);
            }

            zip.GetEntry(BackupManifest.Name)!.Delete();
            await using var manifest = zip.CreateEntry(BackupManifest.Name).Open();
            var member = new BackupMember(name, 1, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([1])));
            await manifest.WriteAsync((made.Manifest with { Members = [.. made.Manifest.Members, member] }).Write(), Stop);
        }

        await using var bare = await TestDatabase.MakeBare(DatabaseKind.Sqlite);
        Assert.Equal("backup.damaged", await Refusal(bare.Place, File));
    }

    [Fact]
    public async Task A_backup_with_a_stored_file_missing_is_not_made()
    {
        var files = Directory.GetFiles(Place.FileFolder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).Length == 32).ToList();
        System.IO.File.Delete(files[0]);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _app.Get<Backup>().Make(File, Stop));
        Assert.Equal("backup.file_missing", refused.Code);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task Nothing_is_overwritten_neither_a_backup_nor_a_district()
    {
        await _app.Get<Backup>().Make(File, Stop);
        Assert.Equal("backup.file_there", (await Assert.ThrowsAsync<RefusedException>(() => _app.Get<Backup>().Make(File, Stop))).Code);
        Assert.Equal("backup.not_empty", await Refusal(Place, File));
    }

    [Fact]
    public async Task Without_its_keys_or_with_those_of_another_district_nothing_is_restored()
    {
        await _app.Get<Backup>().Make(File, Stop);
        await using var bare = await TestDatabase.MakeBare(DatabaseKind.Sqlite);
        Assert.Equal(VerbExit.Failed, (await Restored(bare.Place, null)).Exit);
        Assert.False(System.IO.File.Exists(bare.Place.Database.SqliteFile));

        var foreign = Path.Combine(_folder.FullName, "foreign.json");
        Lianxin.Vault.KeyRing.Open(foreign, mayCreate: true);
        Assert.Equal(VerbExit.Failed, (await Restored(bare.Place, foreign)).Exit);
    }

    [Fact]
    public async Task Every_night_a_backup_is_made_rehearsed_and_noted_and_the_oldest_go()
    {
        var shelf = _app.Get<BackupShelf>();
        Directory.CreateDirectory(shelf.Folder);
        for (var i = 1; i <= 20; i++)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(shelf.Folder, $"lianxin-202401{i:00}-023000.zip"), "old", Stop);
        }

        Assert.Equal(8, await _app.Get<NightlyBackup>().Run(_app.Clock.GetUtcNow().UtcDateTime, Stop));
        Assert.Equal(14, shelf.All().Count);
        await using var db = _app.Read();
        var types = await db.FactEntries.OrderByDescending(e => e.Seq).Take(2).Select(e => e.Bytes).ToListAsync(Stop);
        Assert.Equal(["backup.rehearsed", "backup.made"], types.Select(b => Lianxin.Ledger.EntryReader.Read(b).Entry.Type));
    }

    private async Task<string?> Refusal(DataPlace place, string file)
    {
        try
        {
            await Restore.Into(new ArchivePlace(place.Database, place.FileFolder), file, _app.Services.GetServices<ITables>(), DateTime.UnixEpoch, Stop);
            return null;
        }
        catch (RefusedException no)
        {
            return no.Code;
        }
    }

    private async Task<(int Exit, string Said)> Restored(DataPlace place, string? keys)
    {
        await using var services = Services(place);
        using var said = new StringWriter();
        var call = new VerbCall([], _folder.FullName, System.Globalization.CultureInfo.GetCultureInfo("en"), said, said, Stop);
        var log = services.GetRequiredService<Microsoft.Extensions.Logging.ILogger<RestoreRun>>();
        return (await VerbRun.Run(new RestoreRun(File, keys), call, services, log), said.ToString());
    }

    private ServiceProvider Services(DataPlace place) => new ServiceCollection()
        .AddLogging()
        .AddLianxin(place)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<TimeProvider>(_app.Clock)
        .BuildServiceProvider();
}
