using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lianxin.Ledger;

/// <summary>An entry read back from its stored bytes: the envelope, and the fact's own members still as JSON.</summary>
public sealed record ReadEntry(Entry Entry, JsonElement Data);

/// <summary>Reads stored entries. Bytes that are not exactly what would be written again are refused: parser tricks end here.</summary>
public static class EntryReader
{
    private const int NonceLength = 16;

    /// <summary>Parses the bytes; throws <see cref="FormatException"/> when they are no canonical entry.</summary>
    public static ReadEntry Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > Entry.MaximumLength)
        {
            throw new FormatException("The entry is too long.");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, CanonicalReader.Strict);
            var root = document.RootElement;
            var data = root.GetProperty("data").Clone();
            var entry = Envelope(root);
            var again = entry.Encode(json => Copy(json, data));
            return data.ValueKind == JsonValueKind.Object && again.AsSpan().SequenceEqual(bytes.Span)
                ? new ReadEntry(entry, data)
                : throw new FormatException("The entry is not in canonical form.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The bytes are not an entry.", fault);
        }
    }

    /// <summary>Writes a parsed value again in canonical form.</summary>
    public static void Copy(CanonicalJson json, JsonElement value) => CanonicalReader.Copy(json, value);

    private static Entry Envelope(JsonElement root)
    {
        var actor = root.GetProperty("actor");
        var entry = new Entry
        {
            Seq = root.GetProperty("seq").GetInt64(),
            At = Instant(root.GetProperty("ts")),
            Type = Text(root, "type"),
            Actor = new EntryActor(Text(actor, "kind"), Optional(actor, "id"), Optional(actor, "unit"), Text(actor, "via")),
            Matter = Optional(root, "matter"),
            Cn = root.TryGetProperty("cn", out var cn) ? cn.GetInt32() : 0,
            Cprev = root.TryGetProperty("cprev", out var cprev) ? cprev.GetBytesFromBase64() : null,
            Claim = root.TryGetProperty("claim", out var claim) ? Instant(claim) : null,
            Commitments = root.TryGetProperty("cm", out var cm)
                ? cm.EnumerateObject().Select(c => new EntryCommitment(c.Name, c.Value.GetBytesFromBase64())).ToList()
                : [],
            Nonce = root.GetProperty("nonce").GetBytesFromBase64(),
        };
        return IsWhole(entry) ? entry : throw new FormatException("The entry's numbers and hashes do not fit.");
    }

    private static bool IsWhole(Entry entry) => entry.Seq >= 0 && entry.Nonce.Length == NonceLength
        && entry.Commitments.All(commitment => commitment.Value.Length == SHA256.HashSizeInBytes)
        && (entry.Matter is null ? entry.Cn == 0 && entry.Cprev is null : entry.Cn > 0)
        && (entry.Cprev is null ? entry.Cn < 2 : entry.Cn > 1 && entry.Cprev.Length == SHA256.HashSizeInBytes);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException("An entry holds no null.");

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Reads an instant in the entry's only form.</summary>
    public static DateTime Instant(JsonElement value) => DateTime.ParseExact(
        value.GetString()!, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
