namespace Lianxin.People;

/// <summary>What an authenticator gave when it made a passkey, checked by the host.</summary>
public sealed record NewPasskey(byte[] Credential, byte[] PublicKey, long Counter, bool Synced);

/// <summary>A passkey as the host needs it to check an answer.</summary>
public sealed record KnownPasskey(Guid Id, Guid Officer, byte[] Credential, byte[] PublicKey, long Counter, bool Synced, DateTime AddedAt);

/// <summary>A question an authenticator answered: its hash, and the instant after which no answer to it is taken.</summary>
public sealed record AskedPasskey(byte[] Challenge, DateTime EndsAt);

/// <summary>A passkey in the list of its owner.</summary>
public sealed record ListedPasskey(Guid Id, string Name, DateTime AddedAt, DateTime? UsedAt);
