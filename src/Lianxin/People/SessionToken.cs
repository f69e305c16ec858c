using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.People;

/// <summary>Random words that open something, of which the server keeps the SHA-256 only.</summary>
public static class SessionToken
{
    /// <summary>256 random bits for a session.</summary>
    public static string Session() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>128 random bits for a one-time link.</summary>
    public static string Link() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What is stored.</summary>
    public static byte[] Hash(byte[] token) => SHA256.HashData(token);

    /// <summary>What is stored.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
