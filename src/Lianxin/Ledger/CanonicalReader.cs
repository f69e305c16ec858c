using System.Text.Json;

namespace Lianxin.Ledger;

/// <summary>Reads LX-JCS. Bytes that would not be written again exactly so are refused: doubled keys and parser tricks end here.</summary>
public static class CanonicalReader
{
    /// <summary>Objects and arrays within each other at most.</summary>
    public const int MaximumDepth = 6;

    internal static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaximumDepth };

    /// <summary>The value; throws <see cref="FormatException"/> when the bytes are not in canonical form.</summary>
    public static JsonElement Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var again = new CanonicalJson();
            Copy(again, document.RootElement);
            return again.ToArray().AsSpan().SequenceEqual(bytes.Span)
                ? document.RootElement.Clone()
                : throw new FormatException("The bytes are not in canonical form.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The bytes are not canonical JSON.", fault);
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
                throw new FormatException("Canonical JSON here holds no null.");
        }
    }
}
