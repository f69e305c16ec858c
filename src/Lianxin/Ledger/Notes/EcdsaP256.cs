using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>ECDSA on P-256 with SHA-256, signatures in DER: the type 02 of c2sp.org/signed-note. The key is its SPKI in DER.</summary>
public sealed class EcdsaP256 : SignatureAlgorithm
{
    private const int SpkiLength = 91;

    /// <summary>How the SPKI of every uncompressed point of P-256 begins.</summary>
    private static readonly byte[] Head = Convert.FromHexString("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    /// <inheritdoc/>
    public override byte[] Type { get; } = [2];

    /// <inheritdoc/>
    public override bool Cosigns => false;

    /// <inheritdoc/>
    public override bool IsKey(byte[] publicKey) => IsSpki(publicKey);

    /// <summary>The first four bytes of SHA-256 of the SPKI: for this type the name is not in it.</summary>
    public override uint KeyId(string name, byte[] publicKey) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(publicKey));

    /// <inheritdoc/>
    public override GoodSignature? Check(byte[] publicKey, string text, byte[] signature) =>
        Verify(publicKey, Encoding.UTF8.GetBytes(text), signature) ? new GoodSignature(null) : null;

    internal static bool IsSpki(byte[] key)
    {
        if (key.Length != SpkiLength || !key.AsSpan().StartsWith(Head))
        {
            return false;
        }

        try
        {
            using var _ = Import(key);
            return true;
        }
        catch (CryptographicException)
        {
            // The point is not on the curve.
            return false;
        }
    }

    internal static bool Verify(byte[] key, byte[] message, byte[] signature)
    {
        using var ecdsa = Import(key);
        return ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static ECDsa Import(byte[] key)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key, out _);
            return ecdsa;
        }
        catch (CryptographicException)
        {
            ecdsa.Dispose();
            throw;
        }
    }
}

/// <summary>
/// A witness's cosignature with its time, made as cosignature/v1 of c2sp.org/tlog-cosignature but with ECDSA P-256, under an
/// identifier of its own since C2SP has none for it: eight bytes of POSIX seconds, then DER.
/// </summary>
public sealed class EcdsaP256Cosignature : SignatureAlgorithm
{
    private const int TimeLength = 8;
    private const long LastSecond = 253_402_300_799;

    /// <inheritdoc/>
    public override byte[] Type { get; } = [0xff, .. "lianxin/cosignature-ecdsa-p256/v1"u8, 0];

    /// <inheritdoc/>
    public override bool Cosigns => true;

    /// <inheritdoc/>
    public override bool IsKey(byte[] publicKey) => EcdsaP256.IsSpki(publicKey);

    /// <summary>The first four bytes of SHA-256(name || LF || type || SPKI), as C2SP recommends.</summary>
    public override uint KeyId(string name, byte[] publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. Type, .. publicKey]));

    /// <inheritdoc/>
    public override GoodSignature? Check(byte[] publicKey, string text, byte[] signature)
    {
        if (signature.Length <= TimeLength || BinaryPrimitives.ReadUInt64BigEndian(signature) is > LastSecond)
        {
            return null;
        }

        var seconds = BinaryPrimitives.ReadInt64BigEndian(signature);
        return EcdsaP256.Verify(publicKey, Message(text, seconds), signature[TimeLength..])
            ? new GoodSignature(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : null;
    }

    /// <summary>The bytes that are signed.</summary>
    public static byte[] Message(string text, long seconds) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));
}
