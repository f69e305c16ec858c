using Lianxin.Archives;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Lianxin.Web.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Rights;

/// <summary>A restore brings back what was erased since; the list beside keys and backups takes it away again before anybody reads it (P17, P20).</summary>
public sealed class RestoredErasureTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lianxin-rights-");
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "district.zip");

    private string List => Path.Combine(_app.Get<DataPlace>().KeyFolder, ErasureList.Name);

    public async ValueTask InitializeAsync() => _app = await TestApp.Start();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_erased_after_the_backup_is_erased_again_and_what_was_not_stays()
    {
        var (asked, unknown, kept) = (await Closing.Ended(_app, "第一件要删的事", photo: true), await Closing.Ended(_app, "第二件要删的事"), await Closing.Ended(_app, "留着的一件事"));
        await Closing.Ask(_app, asked, ErasureScope.Everything, ErasureGround.Unlawful);
        await _app.Get<Backup>().Make(File, Stop);
        await _app.Get<MatterErasure>().Agree(new MatterRef(asked), await _app.Given.Officer("coordinator"));
        await _app.Get<MatterErasure>().Agree(new MatterRef(asked), await _app.Given.Officer("supervisor"));
        await Closing.Erase(_app, unknown, ErasureScope.Contact, ErasureGround.PurposeMet);
        var later = await Closing.Ended(_app, "备份以后才来的事");
        await Closing.Erase(_app, later, ErasureScope.Contact, ErasureGround.PurposeMet);

        await using var bare = await TestDatabase.MakeBare(TestDatabase.Kind);
        await using var services = Services(bare.Place);
        var (exit, said) = await Restore(services);
        Assert.True(exit == VerbExit.Done, said);
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        Assert.False(await db.Wordings.AnyAsync(w => w.Matter == asked && w.Value != null, Stop));
        Assert.False(await db.Set<MatterKey>().AnyAsync(k => k.Matter == asked || k.Matter == unknown, Stop));
        Assert.True(await db.Wordings.AnyAsync(w => w.Matter == unknown && w.Path == "body" && w.Value != null, Stop));
        Assert.True(await db.Set<MatterKey>().AnyAsync(k => k.Matter == kept, Stop));
        Assert.Equal(2, await db.ErasureRequests.CountAsync(r => r.DoneAt != null, Stop));
        var files = services.GetRequiredService<FileVault>();
        Assert.All(await db.Set<StoredFile>().Where(f => f.Matter == asked).Select(f => f.Name).ToListAsync(Stop), name => Assert.False(files.IsThere(name)));
        var report = await services.GetRequiredService<Rebuild>().Check(new RebuildSettings { Files = true }, Stop);
        Assert.True(report.FindingCount == 0, string.Join('\n', report.Findings));
        Assert.True(System.IO.File.Exists(Path.Combine(bare.Place.KeyFolder, ErasureList.Name)));
    }

    [Fact]
    public async Task The_list_names_nobody_takes_no_line_twice_and_survives_a_line_cut_short()
    {
        var number = await Closing.Ended(_app, "要删的事");
        await Closing.Erase(_app, number, ErasureScope.Contact, ErasureGround.PurposeMet);
        var whole = await System.IO.File.ReadAllTextAsync(List, Stop);
        Assert.Single(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain(Closing.Phone, whole, StringComparison.Ordinal);
        Assert.Equal(whole, await System.IO.File.ReadAllTextAsync(Path.Combine(_app.Get<BackupShelf>().Folder, ErasureList.Name), Stop));
        await System.IO.File.AppendAllTextAsync(List, "2600000", Stop);
        await Closing.Erase(_app, await Closing.Ended(_app, "另一件"), ErasureScope.Contact, ErasureGround.PurposeMet);
        Assert.Equal(2, _app.Get<ErasureList>().Read([Path.GetDirectoryName(List)!]).Count);
    }

    [Fact]
    public async Task A_line_written_by_hand_is_refused()
    {
        var (erased, other) = (await Closing.Ended(_app, "要删的事"), await Closing.Ended(_app, "不该删的事"));
        await _app.Get<Backup>().Make(File, Stop);
        await Closing.Erase(_app, erased, ErasureScope.Contact, ErasureGround.PurposeMet);
        var line = await System.IO.File.ReadAllTextAsync(List, Stop);
        await System.IO.File.AppendAllTextAsync(List, line.Replace($"{erased}", $"{other}", StringComparison.Ordinal), Stop);
        await using var bare = await TestDatabase.MakeBare(TestDatabase.Kind);
        await using var services = Services(bare.Place);
        var (exit, said) = await Restore(services);
        Assert.Equal(VerbExit.Failed, exit);
        Assert.Contains("2", said, StringComparison.Ordinal);
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        Assert.True(await db.Set<MatterKey>().AnyAsync(k => k.Matter == other, Stop));
    }

    private async Task<(int Exit, string Said)> Restore(ServiceProvider services)
    {
        using var said = new StringWriter();
        var call = new VerbCall([], _folder.FullName, System.Globalization.CultureInfo.GetCultureInfo("en"), said, said, Stop);
        var log = services.GetRequiredService<Microsoft.Extensions.Logging.ILogger<RestoreRun>>();
        return (await VerbRun.Run(new RestoreRun(File, _app.Get<DataPlace>().KeyFile), call, services, log), said.ToString());
    }

    private ServiceProvider Services(DataPlace place) => new ServiceCollection()
        .AddLogging()
        .AddLianxin(place)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<TimeProvider>(_app.Clock)
        .BuildServiceProvider();
}
