using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>Binds an entry to a text, contact field or file without showing it: HMAC-SHA-256 under a random salt of 32 bytes.</summary>
public static class Commitment
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltLength = 32;

    /// <summary>The commitment to a text; its NFC form in UTF-8 is what is bound.</summary>
    public static byte[] OfText(ReadOnlySpan<byte> salt, string path, string value) =>
        Of(salt, path, Encoding.UTF8.GetBytes(value.IsNormalized() ? value : value.Normalize()));

    /// <summary>The commitment to a file by the SHA-256 of its stored plain bytes.</summary>
    public static byte[] OfFile(ReadOnlySpan<byte> salt, string path, ReadOnlySpan<byte> sha256) => Of(salt, path, sha256);

    private static byte[] Of(ReadOnlySpan<byte> salt, string path, ReadOnlySpan<byte> value)
    {
        var prefix = "lx-cm1"u8;
        var pathLength = Encoding.UTF8.GetByteCount(path);
        var message = new byte[prefix.Length + 1 + pathLength + 1 + value.Length];
        prefix.CopyTo(message);
        Encoding.UTF8.GetBytes(path, message.AsSpan(prefix.Length + 1));
        value.CopyTo(message.AsSpan(prefix.Length + pathLength + 2));
        return HMACSHA256.HashData(salt, message);
    }
}

/// <summary>Hashes of the tree over the entries (RFC 6962 §2.1).</summary>
public static class TreeHash
{
    /// <summary>SHA-256(00 || entry).</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> bytes = entry.Length < 4096 ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        entry.CopyTo(bytes[1..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>SHA-256(01 || left || right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[65];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[33..]);
        return SHA256.HashData(bytes);
    }
}
