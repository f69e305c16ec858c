using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Lianxin.Foundation;
using Lianxin.Pictures;

namespace Lianxin.Web.Api;

/// <summary>Reads a body strictly: UTF-8, one object, only known fields, each once and of its type. Says everything that is wrong at once, each by its JSON pointer.</summary>
internal sealed class ApiReader
{
    /// <summary>Objects and lists in each other at most.</summary>
    internal const int Depth = 8;

    private const int MostErrors = 50;
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);
    private readonly List<ApiError> _errors = [];

    internal static ApiInput Read(ReadOnlyMemory<byte> body, ApiFields fields)
    {
        body = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        if (!Utf8.IsValid(body.Span))
        {
            throw new ApiProblemException(400, "json.not_utf8");
        }

        using var document = Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ApiProblemException(400, "json.not_object");
        }

        var reader = new ApiReader();
        var input = reader.Object(document.RootElement, fields, "");
        return reader._errors.Count == 0 ? input : throw ApiProblemException.Input(reader._errors);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Depth });
        }
        catch (JsonException wrong)
        {
            throw Malformed(body.Span, wrong);
        }
    }

    // The parser says only that it stopped: reading again without its bound on depth tells which of the four it was.
    private static ApiProblemException Malformed(ReadOnlySpan<byte> body, JsonException wrong)
    {
        if (body.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new ApiProblemException(400, "json.empty");
        }

        var (line, place) = ((wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1);
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 100_000, AllowMultipleValues = true });
        try
        {
            while (reader.Read() && !(reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)))
            {
                if (reader.CurrentDepth >= Depth)
                {
                    return new ApiProblemException(400, "json.too_deep", Depth);
                }
            }

            return new ApiProblemException(400, "json.trailing", line, place);
        }
        catch (JsonException)
        {
            return new ApiProblemException(400, "json.malformed", line, place);
        }
    }

    private ApiInput Object(JsonElement element, ApiFields fields, string at)
    {
        var input = new ApiInput();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (_errors.Count >= MostErrors)
            {
                return input;
            }

            var name = NameOf(property);
            if (name is null || fields.Named(name) is not { } field)
            {
                var shown = ApiProblemException.Shown(name ?? "\uFFFD");
                Wrong($"{at}/{Escape(shown)}", "field.unknown", shown);
            }
            else if (!seen.Add(name))
            {
                Wrong($"{at}/{name}", "field.duplicate", name);
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                given.Add(name);
                if (Value(property.Value, field, $"{at}/{name}") is { } value)
                {
                    input.Set(name, value);
                }
            }
        }

        foreach (var missing in fields.All.Where(f => f.Required && !given.Contains(f.Name)))
        {
            Wrong($"{at}/{missing.Name}", "field.missing", missing.Name);
        }

        return input;
    }

    private object? Value(JsonElement value, ApiField field, string at) => field.Type switch
    {
        ApiType.Text => Text(value, field, at),
        ApiType.Whole => Whole(value, field, at),
        ApiType.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Wrong(at, "field.wrong_type", field.Name, "boolean"),
        ApiType.Object => value.ValueKind == JsonValueKind.Object ? Object(value, field.Fields!, at) : Wrong(at, "field.wrong_type", field.Name, "object"),
        ApiType.Texts => Texts(value, field, at),
        ApiType.Pictures => Pictures(value, field, at),
        _ => Written(value, field, at) is { } text ? Typed(text, field) ?? Wrong(at, CodeOf(field.Type), field.Name) : null,
    };

    private string? Text(JsonElement value, ApiField field, string at)
    {
        if (Written(value, field, at) is not { } text)
        {
            return null;
        }

        return field.OneOf is { } allowed && !allowed.Contains(text)
            ? (string?)Wrong(at, "field.not_allowed", field.Name, string.Join(", ", allowed))
            : text;
    }

    private string? Written(JsonElement value, ApiField field, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return (string?)Wrong(at, "field.wrong_type", field.Name, "string");
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: no text in any language.
            return (string?)Wrong(at, "field.bad_text", field.Name);
        }
    }

    private object? Whole(JsonElement value, ApiField field, string at)
    {
        if (value.ValueKind != JsonValueKind.Number || value.GetRawText().AsSpan().ContainsAny(".eE"))
        {
            return Wrong(at, "field.wrong_type", field.Name, "integer");
        }

        return value.TryGetInt64(out var number) && number >= field.Least && number <= field.Most
            ? number
            : Wrong(at, "field.out_of_range", field.Name, field.Least, field.Most);
    }

    private List<string>? Texts(JsonElement value, ApiField field, string at)
    {
        if (!IsList(value, field, at))
        {
            return null;
        }

        var texts = value.EnumerateArray().Select((item, place) => Written(item, field, $"{at}/{place}")).ToList();
        return [.. texts.OfType<string>()];
    }

    private List<byte[]>? Pictures(JsonElement value, ApiField field, string at)
    {
        if (!IsList(value, field, at))
        {
            return null;
        }

        var files = new List<byte[]>();
        var place = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                Wrong($"{at}/{place}", "field.wrong_type", field.Name, "string");
            }
            else if (!item.TryGetBytesFromBase64(out var bytes))
            {
                Wrong($"{at}/{place}", "field.bad_base64", field.Name);
            }
            else if (bytes.Length > PictureLimits.Default.MaxBytes)
            {
                Wrong($"{at}/{place}", "photo.too_many_bytes");
            }
            else
            {
                files.Add(bytes);
            }

            place++;
        }

        return files;
    }

    private bool IsList(JsonElement value, ApiField field, string at)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(at, "field.wrong_type", field.Name, "array");
            return false;
        }

        if (value.GetArrayLength() > field.Most)
        {
            Wrong(at, "field.too_many", field.Name, field.Most);
            return false;
        }

        return true;
    }

    /// <summary>A typed value from its text, in a body or an address; null when it is none.</summary>
    internal static object? Typed(string text, ApiField field) => field.Type switch
    {
        ApiType.Text => field.OneOf?.Contains(text) == false ? null : text,
        ApiType.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= field.Least && number <= field.Most ? number : null,
        ApiType.Flag => text switch { "true" => true, "false" => false, _ => null },
        ApiType.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First && day <= Last ? day : null,
        ApiType.Instant => Instant(text),
        ApiType.Uuid => Guid.TryParseExact(text, "D", out var id) ? id : null,
        ApiType.Matter => text.Length <= 20 && MatterNumber.TryParse(text, out var matter) ? matter.Value : null,
        _ => null,
    };

    internal static string CodeOf(ApiType type) => type switch
    {
        ApiType.Day => "field.bad_day",
        ApiType.Instant => "field.bad_instant",
        ApiType.Uuid => "field.bad_uuid",
        ApiType.Matter => "field.bad_number",
        _ => "field.bad_value",
    };

    // A time without its zone would be read differently by each side.
    private static object? Instant(string text) =>
        text.Length is >= 20 and <= 35 && text[10] == 'T' && (text[^1] == 'Z' || text[^6] is '+' or '-')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is >= 2000 and <= 2099
            ? new DateTime(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc)
            : null;

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private object? Wrong(string at, string code, params object[] arguments)
    {
        _errors.Add(new ApiError(code, arguments) { Pointer = at });
        return null;
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
