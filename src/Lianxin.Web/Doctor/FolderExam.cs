using Lianxin.Archives;
using Lianxin.Database;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Doctor;

/// <summary>The data folder: who may read it, the key file, free room, backups.</summary>
internal sealed class FolderExam(DataPlace place, BackupShelf shelf, TimeProvider time) : IExamine
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode NotOwner = Others | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const long LeastRoom = 2L << 30;

    public Task<IReadOnlyList<Ailment>> Look(CancellationToken stop)
    {
        if (!Directory.Exists(place.Folder))
        {
            return Task.FromResult<IReadOnlyList<Ailment>>([new("folder_missing", Gravity.Danger, place.Folder)]);
        }

        return Task.FromResult<IReadOnlyList<Ailment>>([.. FileRights(), Keys(), Room(), Backups(), .. Demo()]);
    }

    private IEnumerable<Ailment> FileRights()
    {
        var mode = File.GetUnixFileMode(place.Folder);
        yield return new("folder_mode", (mode & Others) == 0 ? Gravity.Well : Gravity.Warning, place.Folder, Octal(mode));
        if (place.Database.Kind == DatabaseKind.Sqlite)
        {
            var drive = new DriveInfo(place.Folder);
            yield return new("file_system", drive.DriveType == DriveType.Network ? Gravity.Danger : Gravity.Well, drive.DriveFormat);
        }
    }

    private Ailment Keys()
    {
        if (!File.Exists(place.KeyFile))
        {
            return new("keys_missing", Gravity.Danger, place.KeyFile);
        }

        var mode = File.GetUnixFileMode(place.KeyFile);
        return new("keys_mode", (mode & NotOwner) == 0 ? Gravity.Well : Gravity.Danger, place.KeyFile, Octal(mode));
    }

    private Ailment Room()
    {
        var free = new DriveInfo(place.Folder).AvailableFreeSpace;
        return new("room", free >= LeastRoom ? Gravity.Well : free >= LeastRoom / 4 ? Gravity.Warning : Gravity.Danger, free >> 20);
    }

    private Ailment Backups()
    {
        if (shelf.All() is not [var newest, ..])
        {
            return new("backup_none", Gravity.Warning, shelf.Folder);
        }

        var age = time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(newest);
        return new("backup_age", age < TimeSpan.FromHours(36) ? Gravity.Well : Gravity.Warning, Path.GetFileName(newest), (int)age.TotalHours);
    }

    private IEnumerable<Ailment> Demo() => DemoMarker.Read(place.Folder) is null ? [] : [new("demo", Gravity.Warning)];

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');
}
