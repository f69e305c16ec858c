using System.Globalization;
using System.Text.Json;

namespace Lianxin.Ledger;

/// <summary>An entry read back from its stored bytes: the envelope, and the fact's own members still as JSON.</summary>
public sealed record ReadEntry(Entry Entry, JsonElement Data);

/// <summary>Reads stored entries. Bytes that are not exactly what would be written again are refused: parser tricks end here.</summary>
public static class EntryReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Parses the bytes; throws <see cref="FormatException"/> when they are no canonical entry.</summary>
    public static ReadEntry Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var root = document.RootElement;
            var data = root.GetProperty("data").Clone();
            var entry = Envelope(root);
            var again = entry.Encode(json => Copy(json, data));
            return again.AsSpan().SequenceEqual(bytes.Span) ? new ReadEntry(entry, data) : throw new FormatException("The entry is not in canonical form.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The bytes are not an entry.", fault);
        }
    }

    /// <summary>Writes a parsed value again in canonical form.</summary>
    public static void Copy(CanonicalJson json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.Open();
                foreach (var member in value.EnumerateObject())
                {
                    json.Key(member.Name);
                    Copy(json, member.Value);
                }

                json.Close();
                break;
            case JsonValueKind.Array:
                json.OpenArray();
                foreach (var item in value.EnumerateArray())
                {
                    Copy(json, item);
                }

                json.CloseArray();
                break;
            case JsonValueKind.String:
                json.Text(value.GetString()!);
                break;
            case JsonValueKind.Number:
                json.Number(value.GetInt64());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                json.Flag(value.GetBoolean());
                break;
            default:
                throw new FormatException("An entry holds no null.");
        }
    }

    private static Entry Envelope(JsonElement root)
    {
        var actor = root.GetProperty("actor");
        return new Entry
        {
            Seq = root.GetProperty("seq").GetInt64(),
            At = Instant(root.GetProperty("ts")),
            Type = root.GetProperty("type").GetString()!,
            Actor = new EntryActor(actor.GetProperty("kind").GetString()!, Optional(actor, "id"), Optional(actor, "unit"), actor.GetProperty("via").GetString()!),
            Matter = Optional(root, "matter"),
            Cn = root.TryGetProperty("cn", out var cn) ? cn.GetInt32() : 0,
            Cprev = root.TryGetProperty("cprev", out var cprev) ? cprev.GetBytesFromBase64() : null,
            Claim = root.TryGetProperty("claim", out var claim) ? Instant(claim) : null,
            Commitments = root.TryGetProperty("cm", out var cm)
                ? cm.EnumerateObject().Select(c => new EntryCommitment(c.Name, c.Value.GetBytesFromBase64())).ToList()
                : [],
            Nonce = root.GetProperty("nonce").GetBytesFromBase64(),
        };
    }

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Reads an instant in the entry's only form.</summary>
    public static DateTime Instant(JsonElement value) => DateTime.ParseExact(
        value.GetString()!, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
