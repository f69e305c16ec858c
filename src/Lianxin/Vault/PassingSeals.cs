using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Vault;

/// <summary>
/// Seals what travels through a browser and comes back, such as the token of a form. The keys follow from the key file, so every server of the
/// district opens what another one sealed, before and after a restart; nothing is kept for it anywhere.
/// </summary>
public sealed class PassingSeals(KeyRing keys)
{
    private const byte Form = 1;
    private const int SaltLength = 32;

    /// <summary>The sealed form; it opens for the same purpose only. Every seal has a key of its own: no number of seals wears one out.</summary>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain)
    {
        var name = Encoding.ASCII.GetBytes(keys.Current);
        byte[] head = [Form, (byte)name.Length, .. name, .. RandomNumberGenerator.GetBytes(SaltLength)];
        return [.. head, .. SealedBytes.Seal(KeyOf(keys.Current, head, purpose), plain, head)];
    }

    /// <summary>The plain bytes; throws <see cref="CryptographicException"/> for anything that this district's keys did not seal for the purpose.</summary>
    public byte[] Open(string purpose, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < 2 || sealedBytes[0] != Form || sealedBytes.Length < 2 + sealedBytes[1] + SaltLength)
        {
            throw new CryptographicException("Not one of our seals.");
        }

        var headLength = 2 + sealedBytes[1] + SaltLength;
        var head = sealedBytes[..headLength].ToArray();
        var key = Encoding.ASCII.GetString(head, 2, head[1]);
        return keys.Holds(key)
            ? SealedBytes.Open(KeyOf(key, head, purpose), sealedBytes[headLength..], head)
            : throw new CryptographicException("Sealed by a key that is not in the key file.");
    }

    private byte[] KeyOf(string key, byte[] head, string purpose) => keys.Derive(key, head.AsSpan(^SaltLength..), Encoding.UTF8.GetBytes("passing\0" + purpose));
}
