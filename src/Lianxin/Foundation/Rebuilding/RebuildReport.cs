using System.Globalization;

namespace Lianxin.Foundation;

/// <summary>What a check found wrong. The numbers are public: V01 and so on, the same as those of the ledger's verification.</summary>
public enum RebuildFault
{
    /// <summary>The stored leaf is not the hash of the stored bytes.</summary>
    Leaf = 1,

    /// <summary>A sequence number or a matter's number is missing or too much.</summary>
    Sequence = 2,

    /// <summary>The bytes are no canonical entry of a known type, or the entry does not fold.</summary>
    Form = 3,

    /// <summary>A stored node, frontier or checkpoint is not that of the entries.</summary>
    Tree = 4,

    /// <summary>A signature is bad, or no key of the policy in force at that size made it.</summary>
    Signature = 5,

    /// <summary>Two signed states of a log cannot both be true.</summary>
    Inconsistent = 6,

    /// <summary>The log is shorter than, or another than, a checkpoint that somebody holds.</summary>
    Anchor = 7,

    /// <summary>Time runs backwards inside a chain.</summary>
    Time = 8,

    /// <summary>A matter's chain is broken.</summary>
    Chain = 9,

    /// <summary>A derived column differs from the journal, or its row is missing.</summary>
    Derived = 10,

    /// <summary>A stored text, contact field or file does not open its commitment.</summary>
    Opening = 11,

    /// <summary>What an entry commits to is missing, and no entry erased it.</summary>
    NoOpening = 12,

    /// <summary>A stored file is missing or its content is another.</summary>
    File = 13,

    /// <summary>A receipt is not in the log, or another entry stands in its place.</summary>
    Receipt = 14,

    /// <summary>An erasure, or the lifting of a shield, without two different officers.</summary>
    TwoOfficers = 19,

    /// <summary>A row that no entry stands behind.</summary>
    Extra = 21,

    /// <summary>A table, index or trigger is not that of this release.</summary>
    Schema = 22,
}

/// <summary>
/// One finding. <paramref name="Stored"/> and <paramref name="Refolded"/> are given for derived columns only:
/// those hold ids, codes, times and numbers, never words of a person.
/// </summary>
public sealed record RebuildFinding(RebuildFault Fault, string Table, string Key, string? Column = null, string? Stored = null, string? Refolded = null)
{
    /// <summary>For example <c>V10</c>.</summary>
    public string Code => "V" + ((int)Fault).ToString("D2", CultureInfo.InvariantCulture);
}

/// <summary>The result of a check: what was looked at, and everything that was wrong.</summary>
public sealed record RebuildReport
{
    /// <summary>Findings kept in full at most; more are only counted.</summary>
    public const int Kept = 1000;

    /// <summary>The first findings, in the order of the check.</summary>
    public IReadOnlyList<RebuildFinding> Findings { get; init; } = [];

    /// <summary>All findings.</summary>
    public long FindingCount { get; init; }

    /// <summary>Entries in the journal of facts.</summary>
    public long Facts { get; init; }

    /// <summary>Entries in the journal of looks.</summary>
    public long Looks { get; init; }

    /// <summary>Matters folded.</summary>
    public long Matters { get; init; }

    /// <summary>Stored rows compared with the folded ones.</summary>
    public long Rows { get; init; }

    /// <summary>Commitments opened.</summary>
    public long Openings { get; init; }

    /// <summary>Commitments whose opening an entry erased.</summary>
    public long Erased { get; init; }

    /// <summary>Hash over every folded row; the same for one journal on either database. See <see cref="DerivedDigest"/>.</summary>
    public string Digest { get; init; } = "";

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }
}
