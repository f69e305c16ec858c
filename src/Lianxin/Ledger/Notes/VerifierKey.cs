using System.Globalization;

namespace Lianxin.Ledger;

/// <summary>A public key with its name: <c>name+8 hex digits+base64(type || key)</c>. Name and id together tell which key signed.</summary>
public sealed record VerifierKey(string Name, SignatureAlgorithm Algorithm, byte[] PublicKey)
{
    /// <summary>The id in this key's signatures.</summary>
    public uint KeyId { get; } = Algorithm.KeyId(Name, PublicKey);

    /// <summary>The code printed on the notice board: 80 bits of SHA-256 of the public key, to be read out and typed.</summary>
    public SpokenCode Code => SpokenCode.Of(System.Security.Cryptography.SHA256.HashData(PublicKey));

    /// <summary>Reads a key; throws <see cref="FormatException"/> when its id is not its own or its algorithm is unknown.</summary>
    public static VerifierKey Parse(string text, SignatureAlgorithms? algorithms = null)
    {
        // Base64 may hold a plus sign; a name and an id may not.
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || !NoteText.IsName(parts[0]) || !NoteText.TryBase64(parts[2], out var typed)
            || (algorithms ?? SignatureAlgorithms.Standard).Of(typed) is not { } algorithm)
        {
            throw new FormatException("Not a verifier key of a known algorithm.");
        }

        var publicKey = typed[algorithm.Type.Length..];
        if (!algorithm.IsKey(publicKey))
        {
            throw new FormatException("Not a public key of its algorithm.");
        }

        var key = new VerifierKey(parts[0], algorithm, publicKey);
        return parts[1] == Hex(key.KeyId) ? key : throw new FormatException("The key's id is not its own.");
    }

    /// <summary>True for what can be a key's name: without spaces and plus signs.</summary>
    public static bool IsName(string name) => NoteText.IsName(name);

    /// <summary>True when the line names this key; only then its bytes are looked at.</summary>
    public bool Made(NoteSignature signature) => signature.Name == Name && signature.KeyId == KeyId;

    /// <summary>Checks a signature of this key over a note's text; null when it is bad.</summary>
    public GoodSignature? Check(string text, NoteSignature signature) => Algorithm.Check(PublicKey, text, signature.Bytes);

    /// <summary>The key as policies and pages show it.</summary>
    public override string ToString() => $"{Name}+{Hex(KeyId)}+{Convert.ToBase64String([.. Algorithm.Type, .. PublicKey])}";

    private static string Hex(uint id) => id.ToString("x8", CultureInfo.InvariantCulture);
}
