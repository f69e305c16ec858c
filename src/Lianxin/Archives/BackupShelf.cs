using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Foundation;

namespace Lianxin.Archives;

/// <summary>Where nightly backups stand and how many stay. Read from the settings <c>Backups</c>.</summary>
public sealed record BackupSettings
{
    /// <summary>The folder; below the data folder unless set. Another disk or machine is better.</summary>
    public string? Folder { get; init; }

    /// <summary>How many nightly backups stay, 1 to 400.</summary>
    [Range(1, 400)]
    public int Keep { get; init; } = 14;
}

/// <summary>The folder of nightly backups, named by the instant they were made.</summary>
public sealed class BackupShelf(string folder, int keep)
{
    private const string Form = "yyyyMMdd-HHmmss";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The name a backup of that instant gets, in Shanghai's time.</summary>
    public string FileFor(DateTime at) =>
        Path.Combine(folder, $"lianxin-{ShanghaiTime.Local(at).ToString(Form, CultureInfo.InvariantCulture)}.zip");

    /// <summary>The backups that stand here, newest first.</summary>
    public IReadOnlyList<string> All() => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "lianxin-*.zip").OrderByDescending(Path.GetFileName, StringComparer.Ordinal)];

    /// <summary>Takes the oldest away beyond the number that stays; how many went.</summary>
    public int Thin()
    {
        var old = All().Skip(keep).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }
}
