using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>The hash of a perfect subtree of a log's tree, of height one or more; the leaves stand beside the entries.</summary>
public sealed class LedgerNode
{
    /// <summary>1 facts, 2 looks.</summary>
    public int Log { get; init; }

    /// <summary>Height; the subtree holds 2^level leaves.</summary>
    public int Level { get; init; }

    /// <summary>Number among those of its height, from 0.</summary>
    public long Idx { get; init; }

    /// <summary>SHA-256(01 || left || right).</summary>
    public byte[] Hash { get; init; } = [];
}

/// <summary>A log's state after a commit, signed by the log's key (C2SP signed note).</summary>
public sealed class LedgerCheckpoint
{
    /// <summary>1 facts, 2 looks.</summary>
    public int Log { get; init; }

    /// <summary>Entries it covers.</summary>
    public long Size { get; init; }

    /// <summary>The instant of the last entry it covers.</summary>
    public DateTime SignedAt { get; init; }

    /// <summary>The note, exactly as handed out; without the lines of witnesses, which stand in rows of their own.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A witness's line under a checkpoint. It proves itself: nobody but the witness can make one.</summary>
public sealed class LedgerCosignature
{
    /// <summary>1 facts, 2 looks.</summary>
    public int Log { get; init; }

    /// <summary>The checkpoint's size.</summary>
    public long Size { get; init; }

    /// <summary>The name of the witness's key.</summary>
    public string Witness { get; init; } = "";

    /// <summary>The time the witness signed, UTC, whole seconds.</summary>
    public DateTime CosignedAt { get; init; }

    /// <summary>The signature line, without its line feed.</summary>
    public string Line { get; init; } = "";
}

/// <summary>The tables of the trees and their checkpoints.</summary>
public sealed class LedgerTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<LedgerNode>(e => e.HasKey(x => new { x.Log, x.Level, x.Idx }));
        model.Entity<LedgerCheckpoint>(e => e.HasKey(x => new { x.Log, x.Size }));
        model.Entity<LedgerCosignature>(e => e.HasKey(x => new { x.Log, x.Size, x.Witness, x.CosignedAt }));
    }
}
