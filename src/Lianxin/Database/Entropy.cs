using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lianxin.Database;

/// <summary>Random bytes for ids, salts and nonces. Keys, query codes and links never come from a seeded one.</summary>
public abstract class Entropy
{
    /// <summary>The operating system's generator.</summary>
    public static Entropy System { get; } = new SystemEntropy();

    /// <summary>The same bytes for the same seed: a demo folder only.</summary>
    public static Entropy Seeded(long seed) => new SeededEntropy(seed);

    /// <summary>Fills the span.</summary>
    public abstract void Fill(Span<byte> bytes);

    /// <summary>A fresh array of random bytes.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>A version 7 id of that instant (RFC 9562 §5.7).</summary>
    public Guid NewId(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        var milliseconds = (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, milliseconds);
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private sealed class SystemEntropy : Entropy
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }

    private sealed class SeededEntropy(long seed) : Entropy
    {
        private readonly byte[] _key = SHA256.HashData(BitConverter.GetBytes(seed));
        private long _block;

        public override void Fill(Span<byte> bytes)
        {
            Span<byte> counter = stackalloc byte[8];
            Span<byte> block = stackalloc byte[32];
            while (bytes.Length > 0)
            {
                BinaryPrimitives.WriteInt64BigEndian(counter, _block++);
                HMACSHA256.HashData(_key, counter, block);
                var take = Math.Min(32, bytes.Length);
                block[..take].CopyTo(bytes);
                bytes = bytes[take..];
            }
        }
    }
}
