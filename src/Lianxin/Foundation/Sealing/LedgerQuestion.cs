using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>A file that a verification is asked about, under the name it was given by.</summary>
public sealed record NamedFile(string Name, byte[] Bytes);

/// <summary>What a verification is held against. Without a policy the district's own beside the keys is used.</summary>
public sealed record LedgerQuestion
{
    /// <summary>The policy's text.</summary>
    public byte[]? Policy { get; init; }

    /// <summary>Receipts that somebody holds.</summary>
    public IReadOnlyList<NamedFile> Receipts { get; init; } = [];

    /// <summary>Older checkpoints, from a notice board, a witness or a backup.</summary>
    public IReadOnlyList<NamedFile> Anchors { get; init; } = [];

    /// <summary>How the journals are folded again.</summary>
    public RebuildSettings Rebuild { get; init; } = new() { Files = true };
}

/// <summary>What of a verification could not be done; the text is <c>verb.verify.open.…</c>.</summary>
public enum Unchecked
{
    /// <summary>There is no policy, so no signature can be believed.</summary>
    NoPolicy,

    /// <summary>Nothing was sealed yet: a database of an older release before its first commit.</summary>
    NotSealed,

    /// <summary>A receipt is right as far as it goes, but something it needs is missing.</summary>
    Receipt,

    /// <summary>A file that was given cannot be read.</summary>
    Unreadable,
}

/// <summary>One log as it was found.</summary>
public sealed record VerifiedLog(LedgerLog Log, string? Origin, long Size, byte[] Root, long Checkpoints, DateTime? FirstAt, DateTime? LastAt);

/// <summary>The result of a verification: everything that is wrong, and what could not be checked.</summary>
public sealed record LedgerReport
{
    /// <summary>Both logs.</summary>
    public IReadOnlyList<VerifiedLog> Logs { get; init; } = [];

    /// <summary>The folding of both journals; its findings are among <see cref="Findings"/>.</summary>
    public RebuildReport Rebuild { get; init; } = new();

    /// <summary>The first findings.</summary>
    public IReadOnlyList<RebuildFinding> Findings { get; init; } = [];

    /// <summary>All findings.</summary>
    public long FindingCount { get; init; }

    /// <summary>What could not be checked, and of which file.</summary>
    public IReadOnlyList<(Unchecked What, string About)> Open { get; init; } = [];

    /// <summary>The answers about the receipts, in the order given.</summary>
    public IReadOnlyList<(string Name, ReceiptReport Report)> Receipts { get; init; } = [];

    /// <summary>0 proven, 1 a problem was found, 2 it could not be checked to the end.</summary>
    public int Exit => FindingCount > 0 ? 1 : Open.Count > 0 ? 2 : 0;
}
