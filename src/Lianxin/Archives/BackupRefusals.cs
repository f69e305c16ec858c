using Lianxin.Foundation;

namespace Lianxin.Archives;

/// <summary>Why a backup is not made or not put back.</summary>
public static class BackupRefusals
{
    /// <summary>There is already a file of that name; a backup never overwrites one.</summary>
    public static RefusedException FileThere(string file) => new("backup.file_there", file);

    /// <summary>A stored file that a row names is not in the file folder.</summary>
    public static RefusedException FileMissing(string name) => new("backup.file_missing", name);

    /// <summary>The file is no backup, was cut short, or a member differs from its hash.</summary>
    public static RefusedException Damaged(string member) => new("backup.damaged", member);

    /// <summary>A later release wrote it.</summary>
    public static RefusedException OtherFormat(int format) => new("backup.other_format", format);

    /// <summary>The place to restore to is not empty.</summary>
    public static RefusedException NotEmpty(string place) => new("backup.not_empty", place);

    /// <summary>The keys that seal the personal data in the backup are not there.</summary>
    public static RefusedException NoKeys(string file) => new("backup.no_keys", file);

    /// <summary>The key file belongs to another district.</summary>
    public static RefusedException OtherKeys(string file) => new("backup.other_keys", file);
}
