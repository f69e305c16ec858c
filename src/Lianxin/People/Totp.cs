using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.People;

/// <summary>Six-digit codes of 30 seconds from a shared secret: RFC 6238 with SHA-1, as every code generator knows it.</summary>
public static class Totp
{
    /// <summary>Seconds a code holds.</summary>
    public const int Period = 30;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The time step an instant falls into.</summary>
    public static long StepOf(DateTime at) => (long)(at - DateTime.UnixEpoch).TotalSeconds / Period;

    /// <summary>The code of a step; RFC 4226 §5.3.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = 6)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238 generators use HMAC-SHA-1; its collisions do not touch HMAC.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.Slice(hash[19] & 0x0F, 4)) & 0x7FFFFFFF;
        return (number % (uint)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code was typed: now, one before or one after, and later than the last one used; null when none fits.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTime at, long lastStep)
    {
        var typed = Encoding.ASCII.GetBytes(Tidy(code));
        var now = StepOf(at);
        long? found = null;
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(Code(secret, step))) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret as people type it into a generator: base 32 without padding (RFC 4648 §6).</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (var value in bytes)
        {
            held = ((held << 8) | value) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(held >> (bits - 5)) & 31]);
            }
        }

        return bits > 0 ? text.Append(Alphabet[(held << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>The address a generator reads from the QR code.</summary>
    public static string Address(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Base32(secret)}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Tidy(string code)
    {
        var digits = code.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit).ToArray();
        return new string(digits);
    }
}
