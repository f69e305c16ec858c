using Lianxin.Foundation;

namespace Lianxin.Archives;

/// <summary>A backup was made: the sizes of both journals in it, its bytes, and its SHA-256 in hex.</summary>
[FactType("backup.made")]
public sealed record BackupMade(long Facts, long Looks, long Bytes, string Sha256) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // Nothing in the database follows from a copy of it.
    }
}

/// <summary>A backup was put back into an empty place: which one, by its SHA-256, and the sizes of both journals in it.</summary>
[FactType("restore.performed")]
public sealed record RestorePerformed(long Facts, long Looks, string Sha256) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // The rows are those of the backup.
    }
}

/// <summary>The newest backup was opened, restored beside and checked: its SHA-256 and how many findings the check had.</summary>
[FactType("backup.rehearsed")]
public sealed record BackupRehearsed(string Sha256, long Facts, long Findings) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // Nothing in the database follows from a rehearsal.
    }
}
