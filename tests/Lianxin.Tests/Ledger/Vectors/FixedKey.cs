using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>A key made from a word, whose signatures are the same each time (RFC 6979), so that the vectors can be made again to the byte.</summary>
public sealed class FixedKey
{
    private static readonly BigInteger Order =
        new(Convert.FromHexString("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"), isUnsigned: true, isBigEndian: true);

    private readonly BigInteger _secret;

    public FixedKey(string word)
    {
        _secret = (Number(SHA256.HashData(Encoding.UTF8.GetBytes(word))) % (Order - 1)) + 1;
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes(_secret) });
        PublicKey = key.ExportSubjectPublicKeyInfo();
    }

    public byte[] PublicKey { get; }

    public VerifierKey AsLog(string name) => new(name, new EcdsaP256(), PublicKey);

    public VerifierKey AsWitness(string name) => new(name, new EcdsaP256Cosignature(), PublicKey);

    public NoteSignature Sign(string name, string text) => new(name, AsLog(name).KeyId, Der(Encoding.UTF8.GetBytes(text)));

    public NoteSignature Cosign(string name, string text, DateTime at)
    {
        var seconds = new DateTimeOffset(at).ToUnixTimeSeconds();
        var time = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        return new NoteSignature(name, AsWitness(name).KeyId, [.. time, .. Der(EcdsaP256Cosignature.Message(text, seconds))]);
    }

    public byte[] Der(byte[] message)
    {
        var digest = Number(SHA256.HashData(message));
        var nonce = Nonce(digest % Order);
        using var point = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes(nonce) });
        var r = Number(point.ExportParameters(false).Q.X!) % Order;
        var s = BigInteger.ModPow(nonce, Order - 2, Order) * (digest + (r * _secret)) % Order;
        byte[] both = [.. Integer(r), .. Integer(s)];
        return [0x30, (byte)both.Length, .. both];
    }

    /// <summary>RFC 6979 §3.2 for SHA-256 and a curve of 256 bits.</summary>
    private BigInteger Nonce(BigInteger digest)
    {
        var value = Enumerable.Repeat((byte)1, 32).ToArray();
        var key = new byte[32];
        foreach (byte round in new byte[] { 0, 1 })
        {
            key = HMACSHA256.HashData(key, (byte[])[.. value, round, .. Bytes(_secret), .. Bytes(digest)]);
            value = HMACSHA256.HashData(key, value);
        }

        while (true)
        {
            value = HMACSHA256.HashData(key, value);
            if (Number(value) is { } nonce && nonce > 0 && nonce < Order)
            {
                return nonce;
            }

            key = HMACSHA256.HashData(key, (byte[])[.. value, 0]);
            value = HMACSHA256.HashData(key, value);
        }
    }

    private static byte[] Integer(BigInteger value)
    {
        var bytes = value.ToByteArray(isUnsigned: false, isBigEndian: true);
        return [2, (byte)bytes.Length, .. bytes];
    }

    private static byte[] Bytes(BigInteger value)
    {
        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
