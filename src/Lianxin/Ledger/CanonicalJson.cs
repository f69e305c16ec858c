using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>
/// Writes LX-JCS, the closed subset of RFC 8785 that entries are made of: sorted keys, no white space, strings, whole numbers,
/// booleans, arrays and objects; no null, no fractions. The caller gives the keys in order; a wrong order throws.
/// </summary>
public sealed class CanonicalJson
{
    /// <summary>The largest whole number either way (2^53-1), as RFC 8785 demands for exactness in every reader.</summary>
    public const long LargestNumber = (1L << 53) - 1;

    private readonly ArrayBufferWriter<byte> _out = new(1024);
    private readonly List<string?> _lastKey = [];
    private bool _first = true;

    /// <summary>The bytes written so far.</summary>
    public byte[] ToArray() => _out.WrittenSpan.ToArray();

    /// <summary>Starts an object.</summary>
    public CanonicalJson Open()
    {
        Value();
        Raw((byte)'{');
        _lastKey.Add(null);
        _first = true;
        return this;
    }

    /// <summary>Ends the object.</summary>
    public CanonicalJson Close()
    {
        _lastKey.RemoveAt(_lastKey.Count - 1);
        Raw((byte)'}');
        _first = false;
        return this;
    }

    /// <summary>Starts an array.</summary>
    public CanonicalJson OpenArray()
    {
        Value();
        Raw((byte)'[');
        _lastKey.Add(null);
        _first = true;
        return this;
    }

    /// <summary>Ends the array.</summary>
    public CanonicalJson CloseArray()
    {
        _lastKey.RemoveAt(_lastKey.Count - 1);
        Raw((byte)']');
        _first = false;
        return this;
    }

    /// <summary>Writes a key; keys must come in byte order and fit <c>[a-z][a-z0-9_]{0,31}</c>.</summary>
    public CanonicalJson Key(string key)
    {
        if (!IsKey(key) || (_lastKey[^1] is { } last && string.CompareOrdinal(last, key) >= 0))
        {
            throw new ArgumentException($"The key '{key}' is not allowed here.", nameof(key));
        }

        Separator();
        _lastKey[^1] = key;
        WriteString(key);
        Raw((byte)':');
        _first = true;
        return this;
    }

    /// <summary>Writes a text value.</summary>
    public CanonicalJson Text(string value)
    {
        Value();
        WriteString(value);
        return this;
    }

    /// <summary>Writes a whole number within ±(2^53-1).</summary>
    public CanonicalJson Number(long value)
    {
        if (value is > LargestNumber or < -LargestNumber)
        {
            throw new ArgumentOutOfRangeException(nameof(value));
        }

        Value();
        var span = _out.GetSpan(24);
        value.TryFormat(span, out var written, default, CultureInfo.InvariantCulture);
        _out.Advance(written);
        return this;
    }

    /// <summary>Writes true or false.</summary>
    public CanonicalJson Flag(bool value)
    {
        Value();
        _out.Write(value ? "true"u8 : "false"u8);
        return this;
    }

    /// <summary>Writes bytes as standard base64 with padding.</summary>
    public CanonicalJson Bytes(ReadOnlySpan<byte> value)
    {
        Value();
        Raw((byte)'"');
        var span = _out.GetSpan(((value.Length + 2) / 3 * 4) + 4);
        System.Buffers.Text.Base64.EncodeToUtf8(value, span, out _, out var written);
        _out.Advance(written);
        Raw((byte)'"');
        return this;
    }

    /// <summary>Writes an instant as <c>YYYY-MM-DDTHH:MM:SS.mmmZ</c>; it must be UTC and whole milliseconds.</summary>
    public CanonicalJson Instant(DateTime at)
    {
        if (at.Kind != DateTimeKind.Utc || at.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            throw new ArgumentException("An instant in an entry is UTC in whole milliseconds.", nameof(at));
        }

        return Text(at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>True for a key an entry may hold.</summary>
    public static bool IsKey(string key)
    {
        if (key.Length is 0 or > 32 || key[0] is < 'a' or > 'z')
        {
            return false;
        }

        foreach (var c in key)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private void Value()
    {
        if (_lastKey.Count > 0)
        {
            Separator();
        }
    }

    private void Separator()
    {
        if (!_first)
        {
            Raw((byte)',');
        }

        _first = false;
    }

    private void Raw(byte value)
    {
        _out.GetSpan(1)[0] = value;
        _out.Advance(1);
    }

    private void WriteString(string value)
    {
        Raw((byte)'"');
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (Escape(value[i]) is not { } escape)
            {
                continue;
            }

            Plain(value.AsSpan(start, i - start));
            Plain(escape);
            start = i + 1;
        }

        Plain(value.AsSpan(start));
        Raw((byte)'"');
    }

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private void Plain(ReadOnlySpan<char> text)
    {
        if (text.Length > 0)
        {
            _out.Advance(Strict.GetBytes(text, _out.GetSpan(Strict.GetMaxByteCount(text.Length))));
        }
    }
}
