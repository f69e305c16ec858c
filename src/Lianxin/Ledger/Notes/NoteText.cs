using System.Globalization;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>The few spellings that signed texts are made of, read strictly: each value has exactly one way to be written.</summary>
internal static class NoteText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Standard base64 with padding and without stray bits.</summary>
    public static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || Convert.ToBase64String(bytes, 0, length) != text)
        {
            bytes = [];
            return false;
        }

        Array.Resize(ref bytes, length);
        return true;
    }

    /// <summary>A hash of 32 bytes in base64; throws <see cref="FormatException"/> otherwise.</summary>
    public static byte[] Hash(string text) =>
        TryBase64(text, out var hash) && hash.Length == 32 ? hash : throw new FormatException("Not a hash.");

    /// <summary>A decimal from 0 to 2^53-1 without leading zeros.</summary>
    public static bool TryNumber(string text, out long value)
    {
        value = 0;
        return text.Length is > 0 and <= 16 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= CanonicalJson.LargestNumber;
    }

    /// <summary>As <see cref="TryNumber"/>; throws <see cref="FormatException"/>.</summary>
    public static long Number(string text) => TryNumber(text, out var value) ? value : throw new FormatException("Not a number.");

    /// <summary>UTF-8 without control characters but the line feed, at most so many bytes; throws <see cref="FormatException"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, int atMost)
    {
        if (bytes.Length > atMost)
        {
            throw new FormatException("The text is too long.");
        }

        foreach (var value in bytes)
        {
            if (value < 0x20 && value != (byte)'\n')
            {
                throw new FormatException("The text holds a control character.");
            }
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new FormatException("The text is not UTF-8.", fault);
        }
    }

    /// <summary>A key's name: not empty, no space of any kind, no plus sign.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || c is '+' or < ' ');
}
