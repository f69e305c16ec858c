namespace Lianxin.Ledger;

/// <summary>Who did it, as the journal says it: a kind, an id for staff and keys, the unit, and the way it came. Never a name.</summary>
public sealed record EntryActor(string Kind, string? Id, string? Unit, string Via);

/// <summary>One commitment of an entry: the path and the 32 bytes.</summary>
public readonly record struct EntryCommitment(string Path, byte[] Value);

/// <summary>
/// The members of one journal entry, and its exact bytes (LX-JCS, at most 16 KiB). The bytes are stored and hashed as written;
/// nothing is ever serialised again for hashing.
/// </summary>
public sealed record Entry
{
    /// <summary>Bytes of an entry at most, so that it fits the tile format's 16-bit length.</summary>
    public const int MaximumLength = 16 * 1024;

    /// <summary>The suite: 1 = SHA-256 and HMAC-SHA-256.</summary>
    public const int Suite = 1;

    /// <summary>Index in its log, from 0.</summary>
    public required long Seq { get; init; }

    /// <summary>The writer's instant.</summary>
    public required DateTime At { get; init; }

    /// <summary>The fact's type, for example <c>matter.accepted</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Who did it.</summary>
    public required EntryActor Actor { get; init; }

    /// <summary>The 12-digit number, when the entry is about a matter.</summary>
    public string? Matter { get; init; }

    /// <summary>The entry's place in its matter's chain, from 1.</summary>
    public int Cn { get; init; }

    /// <summary>The leaf hash of the matter's previous entry; absent at 1.</summary>
    public byte[]? Cprev { get; init; }

    /// <summary>When a person says it happened, if that is another time than the recording.</summary>
    public DateTime? Claim { get; init; }

    /// <summary>Commitments to texts, contact fields and files, sorted by path.</summary>
    public IReadOnlyList<EntryCommitment> Commitments { get; init; } = [];

    /// <summary>16 random bytes that make the leaf unguessable.</summary>
    public required byte[] Nonce { get; init; }

    /// <summary>The canonical bytes; <paramref name="data"/> writes the fact's own members as one object.</summary>
    public byte[] Encode(Action<CanonicalJson> data)
    {
        var json = new CanonicalJson().Open();
        json.Key("actor").Open();
        if (Actor.Id is { } id)
        {
            json.Key("id").Text(id);
        }

        json.Key("kind").Text(Actor.Kind);
        if (Actor.Unit is { } unit)
        {
            json.Key("unit").Text(unit);
        }

        json.Key("via").Text(Actor.Via).Close();
        EncodeChain(json);
        json.Key("data");
        data(json);
        if (Matter is { } matter)
        {
            json.Key("matter").Text(matter);
        }

        json.Key("nonce").Bytes(Nonce).Key("seq").Number(Seq).Key("ts").Instant(At).Key("type").Text(Type).Key("v").Number(Suite);
        var bytes = json.Close().ToArray();
        return bytes.Length <= MaximumLength ? bytes : throw new InvalidOperationException($"An entry of {bytes.Length} bytes is too long.");
    }

    private void EncodeChain(CanonicalJson json)
    {
        if (Claim is { } claim)
        {
            json.Key("claim").Instant(claim);
        }

        if (Commitments.Count > 0)
        {
            json.Key("cm").Open();
            foreach (var commitment in Commitments)
            {
                json.Key(commitment.Path).Bytes(commitment.Value);
            }

            json.Close();
        }

        if (Matter is not null)
        {
            json.Key("cn").Number(Cn);
        }

        if (Cprev is not null)
        {
            json.Key("cprev").Bytes(Cprev);
        }
    }
}
