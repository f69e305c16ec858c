using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.Data.Sqlite;

namespace Lianxin.Archives;

/// <summary>
/// Every night: a backup, and its rehearsal. The new backup is unpacked beside, folded and compared as <c>rebuild --check</c> does, and
/// what was found stands in the journal. A rehearsal that finds something keeps the older backups.
/// </summary>
public sealed class NightlyBackup(
    Backup backup, BackupShelf shelf, Journal journal, FactCatalogue catalogue, IEnumerable<ITables> tables, IEnumerable<IOpenCommitments> openings, TimeProvider time)
    : IJob
{
    private static readonly Actor Hand = Actor.System();

    /// <inheritdoc/>
    public string Name => "nightly-backup";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Daily(new TimeOnly(2, 30));

    /// <inheritdoc/>
    public bool IsUpkeep => true;

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var file = shelf.FileFor(now);
        if (File.Exists(file))
        {
            File.Delete(file);
        }

        var made = await backup.Make(file, stop);
        await Note(made);
        var report = await Rehearse(made.Path, stop);
        await journal.Write(Hand, work => work.Save(new BackupRehearsed(made.Sha256, made.Manifest.Facts, report.FindingCount)));
        return report.FindingCount == 0 ? 1 + shelf.Thin() : throw new InvalidDataException($"The rehearsed backup has {report.FindingCount} findings.");
    }

    /// <summary>Records that the backup was made.</summary>
    public Task Note(BackupFile made) => journal.Write(Hand, work =>
        work.Save(new BackupMade(made.Manifest.Facts, made.Manifest.Looks, made.Bytes, made.Sha256)));

    /// <summary>Unpacks the backup beside, folds its journals again and compares; takes the copy away.</summary>
    public async Task<RebuildReport> Rehearse(string file, CancellationToken stop)
    {
        var beside = Directory.CreateDirectory(file + ".rehearsal");
        try
        {
            var copy = new DatabaseSettings(beside.FullName);
            await BackupReading.Unpack(file, copy.SqliteFile, Path.Combine(beside.FullName, "files"), stop);
            var rebuild = new Rebuild(new LianxinDatabase(copy, tables), catalogue, openings, time);
            return await rebuild.Check(new RebuildSettings { Workers = 1 }, stop);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            beside.Delete(recursive: true);
        }
    }
}
