using System.CommandLine;
using Lianxin.Archives;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Vault;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>restore FILE</c>: puts a backup into an empty place, folds its journals again and compares, and only then lets it be used.</summary>
internal static class RestoreVerb
{
    internal static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = VerbWords.Say("verb.backup.file") };
        var keys = new Option<FileInfo?>("--keys") { Description = VerbWords.Say("verb.restore.keys"), HelpName = "FILE" };
        var command = new Command("restore", VerbWords.Say("verb.restore")) { file, keys };
        var data = new DataOptions(command);
        command.SetAction(async (parse, stop) =>
        {
            if (data.Read(parse) is not { } start)
            {
                return VerbExit.Wrong;
            }

            var call = new VerbCall([], Environment.CurrentDirectory, VerbWords.Language, parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, stop);
            using var held = InstanceLock.TryTake(start.Place.Folder);
            if (held is null)
            {
                call.Error.WriteLine(call.Say("verb.busy", start.Place.Folder));
                return VerbExit.Failed;
            }

            await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(start.Configuration).AddLianxin(start.Place).BuildServiceProvider();
            var verb = new RestoreRun(parse.GetValue(file)!.FullName, parse.GetValue(keys)?.FullName);
            return await VerbRun.Run(verb, call, services, services.GetRequiredService<ILogger<RestoreRun>>());
        });
        return command;
    }
}

/// <summary>One restore: unpack, take the keys, compare, note it in the journal, end the sessions of the old system.</summary>
internal sealed class RestoreRun(string file, string? keys) : IWritingVerb
{
    public string Name => "restore";

    public async Task<int> Run(VerbCall call, IServiceProvider services)
    {
        var place = services.GetRequiredService<DataPlace>();
        RefuseWithoutKeys(place);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        call.Out.WriteLine(call.Say("verb.restore.reading", file));
        var manifest = await Restore.Into(services.GetRequiredService<ArchivePlace>(), file, services.GetServices<ITables>(), now, call.Stop);
        TakeKeys(place);
        if (!await services.GetRequiredService<KeyFileCheck>().Fits())
        {
            throw BackupRefusals.OtherKeys(place.KeyFile);
        }

        if (!await services.GetRequiredService<LedgerKeyCheck>().Fits())
        {
            throw BackupRefusals.OtherKeys(services.GetRequiredService<LedgerKeys>().PolicyFile);
        }

        var report = await services.GetRequiredService<Rebuild>().Check(new RebuildSettings { Files = true }, call.Stop);
        if (report.FindingCount > 0)
        {
            call.Error.WriteLine(call.Say("verb.rebuild.found", report.FindingCount));
            call.Error.WriteLine(call.Say("verb.restore.look", place.Folder));
            return VerbExit.Failed;
        }

        await Note(services, manifest, await BackupReading.Sha256(file, call.Stop));

        // What was erased since is erased again before anybody can read it: the lists lie beside the keys and beside the backup.
        var again = await services.GetRequiredService<RepeatErasures>().Run(Lists(place), call.Stop);
        call.Out.WriteLine(call.Say("verb.restore.erased", again));

        // Only a copy from SQLite into SQLite carries the search index.
        if ((place.Database.Kind, manifest.TakenFrom) != (DatabaseKind.Sqlite, Conventions.Text(DatabaseKind.Sqlite)))
        {
            await services.GetRequiredService<MatterIndexFill>().Run(call.Stop);
        }

        call.Out.WriteLine(call.Say("verb.restore.done", report.Facts, report.Matters, manifest.Members.Count - 1));
        return VerbExit.Done;
    }

    private IEnumerable<string> Lists(DataPlace place) =>
        new[] { place.KeyFolder, Path.GetDirectoryName(Path.GetFullPath(file))!, keys is null ? null : Path.GetDirectoryName(Path.GetFullPath(keys)) }.OfType<string>();

    private void RefuseWithoutKeys(DataPlace place)
    {
        if (keys is null ? !File.Exists(place.KeyFile) : !File.Exists(keys))
        {
            throw BackupRefusals.NoKeys(keys ?? place.KeyFile);
        }

        if (keys is not null && File.Exists(place.KeyFile))
        {
            throw BackupRefusals.NotEmpty(place.KeyFile);
        }
    }

    private void TakeKeys(DataPlace place)
    {
        if (keys is null)
        {
            return;
        }

        Directory.CreateDirectory(place.KeyFolder);
        Take(keys, place.KeyFile);

        // The ledger's keys lie beside the vault's.
        using var beside = new LedgerKeys(Path.GetDirectoryName(Path.GetFullPath(keys))!);
        foreach (var key in beside.Files)
        {
            Take(key, Path.Combine(place.KeyFolder, Path.GetFileName(key)));
        }
    }

    private static void Take(string from, string to)
    {
        File.Copy(from, to);
        File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static Task Note(IServiceProvider services, BackupManifest manifest, string sha256) =>
        services.GetRequiredService<Journal>().Write(Actor.System(Via.Cli), async work =>
        {
            var db = await work.Db();
            await work.Remove(db.Set<StaffSession>());
            await work.Remove(db.Set<OneTimeLink>());
            await work.Save(new RestorePerformed(manifest.Facts, manifest.Looks, sha256));
        });
}
