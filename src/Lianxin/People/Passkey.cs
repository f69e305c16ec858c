namespace Lianxin.People;

/// <summary>A passkey of an officer. Name, credential id and public key are committed texts of its entry.</summary>
public sealed class Passkey
{
    /// <summary>Its id with us.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public Guid Officer { get; init; }

    /// <summary>The entry that added it; its wordings are <c>name</c>, <c>credential</c> and <c>public_key</c>.</summary>
    public long Seq { get; init; }

    /// <summary>When it was added.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>True for one that its owner's devices may share among themselves; never changes (WebAuthn 3, 6.1.3).</summary>
    public bool Synced { get; init; }

    /// <summary>True once it opens nothing any more.</summary>
    public bool Removed { get; internal set; }
}

/// <summary>What a use of a passkey changes, and where it is found.</summary>
public sealed class PasskeyUse
{
    /// <summary>The passkey.</summary>
    public Guid Passkey { get; init; }

    /// <summary>SHA-256 of its credential id.</summary>
    public byte[] Credential { get; init; } = [];

    /// <summary>The authenticator's counter at the last use; 0 where it counts nothing.</summary>
    public long Counter { get; set; }

    /// <summary>The last sign-in with it.</summary>
    public DateTime? UsedAt { get; set; }
}

/// <summary>A question that was answered rightly: the same answer opens nothing again.</summary>
public sealed class PasskeyAnswer
{
    /// <summary>SHA-256 of the question.</summary>
    public byte[] Challenge { get; init; } = [];

    /// <summary>When the question itself ends, and this row with it.</summary>
    public DateTime EndsAt { get; init; }
}
