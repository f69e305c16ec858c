using Lianxin.Matters;

namespace Lianxin.Exchange;

/// <summary>One row of a table as an import understands it: a matter, or what is wrong; and what it had to leave out.</summary>
public sealed record ReadRow(int Number, ImportMatter? Matter, IReadOnlyList<RowFault> Faults)
{
    /// <summary>It names a category that is none of ours.</summary>
    public bool NoCategory { get; init; }

    /// <summary>It names a place that is none of ours.</summary>
    public bool NoPlace { get; init; }

    /// <summary>It says it ended and brings no answer.</summary>
    public bool EndedUnanswered { get; init; }

    /// <summary>An earlier row of the same table says the same under the same number.</summary>
    public bool Repeats { get; init; }
}
