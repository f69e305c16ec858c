using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>The officer may sign in with this passkey; its name, credential id and public key are committed.</summary>
[FactType("officer.passkey_added")]
public sealed record PasskeyAdded(Guid Officer, Guid Passkey, bool Synced) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) =>
        rows.Add(new Passkey { Id = Passkey, Officer = Officer, Seq = stamp.Seq, AddedAt = stamp.At, Synced = Synced }, Passkey);
}

/// <summary>The passkey opens nothing any more.</summary>
[FactType("officer.passkey_removed")]
public sealed record PasskeyRemoved(Guid Officer, Guid Passkey) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Get<Passkey>(Passkey).Removed = true;
}
