using Lianxin.Foundation;

namespace Lianxin.Exchange;

/// <summary>An import looked at its last row: how many were recorded, were there already, or had faults. Its matters name it.</summary>
[FactType("import.ended")]
public sealed record ImportEnded(Guid Import, int Added, int Known, int Wrong) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // What it recorded, its matters' own facts have folded.
    }
}

/// <summary>An import was taken back: how many rows ended as entered in error, how many stayed.</summary>
[FactType("import.undone")]
public sealed record ImportUndone(Guid Import, int Undone, int Kept) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // What it took back, its matters' own facts have folded.
    }
}
