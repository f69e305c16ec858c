namespace Lianxin.Foundation;

/// <summary>
/// Something that happened, in ids, codes, times and numbers only. A fact is the timeline, the audit, the outbox and the ledger's entry;
/// its <see cref="Fold"/> is the only code that changes derived columns, so that a rebuild from the journal gives the same rows.
/// </summary>
public abstract record Fact
{
    /// <summary>Changes the derived rows. Reads nothing but the fact, the stamp and the rows it asks for by key.</summary>
    public abstract void Fold(IFoldRows rows, Stamp stamp);
}

/// <summary>Names the fact's type in the journal. Types are closed at build time and never renamed.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactTypeAttribute(string type) : Attribute
{
    /// <summary>For example <c>matter.accepted</c>.</summary>
    public string Type { get; } = type;

    /// <summary>True for looks at personal data, which are kept in a log of their own.</summary>
    public bool Access { get; init; }
}

/// <summary>What the writer gave the entry: its place, its instant, its matter and who did it.</summary>
public sealed record Stamp(long Seq, DateTime At, long? Matter, int Cn, Ledger.EntryActor Actor, DateTime? Claim)
{
    /// <summary>True in the journal of looks, whose sequence is its own.</summary>
    public bool Access { get; init; }
}

/// <summary>The rows a fold works on: the live database inside the writer, or an empty one that is being rebuilt.</summary>
public interface IFoldRows
{
    /// <summary>The row of that key; a fold only asks for rows that exist. Inside the writer the operation has loaded it before.</summary>
    T Get<T>(object key)
        where T : class;

    /// <summary>Adds a row.</summary>
    void Add<T>(T row, object key)
        where T : class;
}
