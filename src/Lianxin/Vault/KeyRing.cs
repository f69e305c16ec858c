using System.Security.Cryptography;
using System.Text.Json;

namespace Lianxin.Vault;

/// <summary>The keys that seal personal data. They live in a file outside the database, readable by the service's user only.</summary>
public sealed class KeyRing
{
    private readonly Dictionary<string, byte[]> _keys;
    private readonly byte[] _index;

    private KeyRing(string current, Dictionary<string, byte[]> keys, byte[] index)
    {
        Current = current;
        _keys = keys;
        _index = index;
    }

    /// <summary>The id of the key that new data is sealed under.</summary>
    public string Current { get; }

    /// <summary>Reads the key file, or makes one with fresh keys when <paramref name="mayCreate"/> says the district is new.</summary>
    public static KeyRing Open(string file, bool mayCreate)
    {
        if (!File.Exists(file))
        {
            if (!mayCreate)
            {
                throw new InvalidOperationException($"The key file {file} is missing, and the database holds data sealed with it. Put it back; nothing can be read without it.");
            }

            Create(file);
        }

        var stored = JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(file), JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The key file {file} is empty.");
        return new KeyRing(stored.Current, stored.Keys.ToDictionary(k => k.Key, k => Convert.FromBase64String(k.Value)), Convert.FromBase64String(stored.Index));
    }

    /// <summary>A fresh key for one matter or file, and its form wrapped under the current key.</summary>
    internal (byte[] Key, byte[] Wrapped) NewDataKey(ReadOnlySpan<byte> bindTo)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        return (key, SealedBytes.Seal(_keys[Current], key, bindTo));
    }

    /// <summary>True when the key file has that key.</summary>
    internal bool Holds(string keyId) => _keys.ContainsKey(keyId);

    internal byte[] Unwrap(string keyId, byte[] wrapped, ReadOnlySpan<byte> bindTo) =>
        SealedBytes.Open(_keys.TryGetValue(keyId, out var key) ? key : throw new InvalidOperationException($"The key {keyId} is not in the key file."), wrapped, bindTo);

    /// <summary>The blind index of a value: the same for the same value, and nothing without the key. 128 bits.</summary>
    internal byte[] BlindIndex(string kind, string value) =>
        HMACSHA256.HashData(_index, System.Text.Encoding.UTF8.GetBytes(kind + "\0" + value))[..16];

    /// <summary>A key of 32 bytes that follows from a key of the file, a salt and a purpose (RFC 5869).</summary>
    internal byte[] Derive(string keyId, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> purpose)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _keys[keyId], key, salt, purpose);
        return key;
    }

    /// <summary>Lets a start notice that the key file belongs to another database.</summary>
    internal byte[] CheckValue() => HMACSHA256.HashData(_keys[Current], "lianxin-key-check"u8)[..16];

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var fresh = new KeyFile("k1", new() { ["k1"] = Fresh() }, Fresh());
        var temporary = file + ".new";
        using (var stream = new FileStream(temporary, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            JsonSerializer.Serialize(stream, fresh, JsonSerializerOptions.Web);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file);
    }

    private static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private sealed record KeyFile(string Current, Dictionary<string, string> Keys, string Index);
}

/// <summary>AES-256-GCM with a random nonce in front and bound data: a value moved to another row does not open.</summary>
internal static class SealedBytes
{
    /// <summary>Named beside every ciphertext, so that another suite can be added.</summary>
    internal const string Algorithm = "aes-256-gcm";

    internal static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bindTo)
    {
        var result = new byte[12 + plain.Length + 16];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(result.AsSpan(0, 12), plain, result.AsSpan(12, plain.Length), result.AsSpan(12 + plain.Length), bindTo);
        return result;
    }

    internal static byte[] Open(byte[] key, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> bindTo)
    {
        if (cipher.Length < 28)
        {
            throw new CryptographicException("Too short to be sealed.");
        }

        var plain = new byte[cipher.Length - 28];
        using var gcm = new AesGcm(key, 16);
        gcm.Decrypt(cipher[..12], cipher[12..^16], cipher[^16..], plain, bindTo);
        return plain;
    }
}
