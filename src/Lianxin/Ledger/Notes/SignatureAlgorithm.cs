namespace Lianxin.Ledger;

/// <summary>What a signature says when it is good: the instant, if the algorithm signs one (cosignatures of witnesses do).</summary>
public sealed record GoodSignature(DateTime? At);

/// <summary>
/// A way to sign notes. Its type stands before the public key in a verifier key: one byte that C2SP assigned, or ff, an identifier
/// of its own and 00. Adding one (SM2, Ed25519) changes no format: whoever does not know it ignores its lines.
/// </summary>
public abstract class SignatureAlgorithm
{
    /// <summary>The type bytes.</summary>
    public abstract byte[] Type { get; }

    /// <summary>True when it says "seen and consistent at that time" (a witness), false when it says "this is my log".</summary>
    public abstract bool Cosigns { get; }

    /// <summary>True for bytes that are a public key of this algorithm.</summary>
    public abstract bool IsKey(byte[] publicKey);

    /// <summary>The id that stands in each signature of that key.</summary>
    public abstract uint KeyId(string name, byte[] publicKey);

    /// <summary>Checks a signature over a note's text; null when it is bad.</summary>
    public abstract GoodSignature? Check(byte[] publicKey, string text, byte[] signature);
}

/// <summary>The algorithms a reader knows.</summary>
public sealed class SignatureAlgorithms(IReadOnlyList<SignatureAlgorithm> known)
{
    /// <summary>What this release signs with: ECDSA P-256 with SHA-256, as a log and as a witness.</summary>
    public static SignatureAlgorithms Standard { get; } = new([new EcdsaP256(), new EcdsaP256Cosignature()]);

    /// <summary>These and one more.</summary>
    public SignatureAlgorithms With(SignatureAlgorithm algorithm) => new([.. known, algorithm]);

    /// <summary>The algorithm whose type begins these bytes; null when none is known.</summary>
    public SignatureAlgorithm? Of(byte[] typed) => known.FirstOrDefault(one => typed.AsSpan().StartsWith(one.Type));
}
