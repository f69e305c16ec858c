using Lianxin.Database;

namespace Lianxin.Foundation;

/// <summary>
/// The stored side of a commitment: which entry and path it belongs to, and the commitment its value and salt give.
/// <paramref name="Value"/> is null when value or salt are gone; <paramref name="Fault"/> names a column that does not hold by itself.
/// </summary>
public sealed record Opening(string Table, long Seq, string Path, long? Matter, byte[]? Value, string? Fault = null)
{
    /// <summary>True when the entry is in the journal of looks.</summary>
    public bool Access { get; init; }

    /// <summary>The table of the faulty column, when it is another one, such as that of a key.</summary>
    public string? FaultTable { get; init; }

    /// <summary>What kind of fault it is.</summary>
    public RebuildFault Kind { get; init; } = RebuildFault.Opening;
}

/// <summary>Matters above one number up to another; or everything that belongs to no matter.</summary>
public readonly record struct MatterSpan(long After, long UpTo)
{
    /// <summary>What belongs to no matter.</summary>
    public static MatterSpan None { get; } = new(long.MaxValue, long.MinValue);

    /// <summary>True for <see cref="None"/>.</summary>
    public bool IsNone => this == None;
}

/// <summary>A module that keeps what entries commit to in tables of its own, and can open it for a check.</summary>
public interface IOpenCommitments
{
    /// <summary>Every row of the span. With <paramref name="files"/> the files themselves are opened too. Writes nothing and logs nothing.</summary>
    IAsyncEnumerable<Opening> Open(LianxinDb db, MatterSpan span, bool files);
}

/// <summary>One opening that an entry says was destroyed.</summary>
public readonly record struct Erasure(long Seq, string Path, bool Access = false);

/// <summary>A fact that destroyed openings: a check accepts that they are gone, and only those.</summary>
public interface IErase
{
    /// <summary>What was destroyed, by entry and path.</summary>
    IEnumerable<Erasure> Erased { get; }
}

/// <summary>A fact that only two different officers together may bring about; a check finds one that names fewer.</summary>
public interface INeedTwo
{
    /// <summary>The first.</summary>
    Guid First { get; }

    /// <summary>The second.</summary>
    Guid Second { get; }
}
