using System.Text;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>One question about a receipt and the answer that is due; the answers are written by hand, not computed.</summary>
public sealed record ReceiptCase(string Name, ReceiptResult Due, byte[] Receipt)
{
    public string Policy { get; init; } = FixedLog.Policy();

    public byte[]? Newer { get; init; }

    public string? KeyCode { get; init; }

    public ReceiptCase(string name, ReceiptResult due, object receipt)
        : this(name, due, Encoding.UTF8.GetBytes(receipt.ToString()!))
    {
    }

    public ReceiptQuestion Question => new(Receipt, Encoding.UTF8.GetBytes(Policy), Newer, KeyCode);

    public ReceiptCase Then(object newer) => this with { Newer = newer as byte[] ?? Encoding.UTF8.GetBytes(newer.ToString()!) };
}
