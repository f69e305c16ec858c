using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>A program got a key; its name and the hash of its secret are committed.</summary>
[FactType("key.issued")]
public sealed record KeyIssued(Guid Key, Guid Unit, IReadOnlyList<string> Scopes, DateOnly LastOn, int PerMinute) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Add(
        new ApiKey
        {
            Id = Key,
            Seq = stamp.Seq,
            Unit = Unit,
            Scopes = string.Join(' ', Scopes),
            PerMinute = PerMinute,
            LastOn = LastOn,
            IssuedAt = stamp.At,
        },
        Key);
}

/// <summary>The key opens nothing any more: revoked by an administrator, or its unit closed.</summary>
[FactType("key.revoked")]
public sealed record KeyRevoked(Guid Key, string Why) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Get<ApiKey>(Key).RevokedAt = stamp.At;
}
