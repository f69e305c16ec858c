using System.Text;

namespace Lianxin.Vault;

/// <summary>Seals small secrets that the product itself must read again, such as the seed of a code generator, under the key file.</summary>
public sealed class Secrets(KeyRing keys)
{
    /// <summary>The sealed form of the secret as text; it opens only for the same kind and owner.</summary>
    public string Seal(string kind, Guid owner, ReadOnlySpan<byte> secret)
    {
        var bind = Bind(kind, owner);
        var (key, wrapped) = keys.NewDataKey(bind);
        return string.Join('.', SealedBytes.Algorithm, keys.Current, Convert.ToBase64String(wrapped), Convert.ToBase64String(SealedBytes.Seal(key, secret, bind)));
    }

    /// <summary>The secret again; throws when it was altered or belongs to another owner.</summary>
    public byte[] Open(string kind, Guid owner, string sealedText)
    {
        var parts = sealedText.Split('.');
        if (parts.Length != 4 || parts[0] != SealedBytes.Algorithm)
        {
            throw new FormatException("A sealed secret has four parts and a known algorithm.");
        }

        var bind = Bind(kind, owner);
        var key = keys.Unwrap(parts[1], Convert.FromBase64String(parts[2]), bind);
        return SealedBytes.Open(key, Convert.FromBase64String(parts[3]), bind);
    }

    /// <summary>16 bytes that follow from the value and the key file: the same each time, and nothing without the key file.</summary>
    public byte[] Derive(string kind, string value) => keys.BlindIndex(kind, value);

    private static byte[] Bind(string kind, Guid owner) => Encoding.UTF8.GetBytes(kind + "\0" + owner.ToString("N"));
}
