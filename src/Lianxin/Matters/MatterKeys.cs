namespace Lianxin.Matters;

/// <summary>Opens a matter to its own person: by link, or by number and code. Recomputable with the keys; no plain secret is stored.</summary>
public sealed class TrackingKey
{
    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Blind index of the link's 128 bits.</summary>
    public byte[] Link { get; init; } = [];

    /// <summary>Blind index of number and six-digit code.</summary>
    public byte[] Code { get; init; } = [];
}

/// <summary>What a matter is called where it comes from: a keyed hash of channel and source number. Found by who has the sheet, readable by nobody.</summary>
public sealed class SourceKey
{
    /// <summary>The hash.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>The matter.</summary>
    public long Matter { get; init; }
}
