namespace Lianxin.Web.Api;

/// <summary>What a JSON field or a query parameter holds.</summary>
public enum ApiType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A day, <c>2026-09-01</c>.</summary>
    Day,

    /// <summary>An instant with its zone, <c>2026-09-01T09:00:00+08:00</c>.</summary>
    Instant,

    /// <summary>A UUID.</summary>
    Uuid,

    /// <summary>A matter's number: twelve digits as a text.</summary>
    Matter,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>An object of fields.</summary>
    Object,

    /// <summary>A list of JPEG or PNG files in base64.</summary>
    Pictures,
}

/// <summary>One field of what the interface takes: the reader, the document and the page for integrators are made of it. Its text is <c>api.field.NAME</c>.</summary>
public sealed record ApiField(string Name, ApiType Type, bool Required = false)
{
    /// <summary>The least whole number.</summary>
    public long Least { get; init; }

    /// <summary>The greatest whole number, the longest text in characters, or the most items.</summary>
    public long Most { get; init; }

    /// <summary>The only texts allowed; null for any.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>The closed list the system itself checks (INV-02): said in the document, refused by the desk.</summary>
    public IReadOnlyList<string>? Known { get; init; }

    /// <summary>The fields of an object.</summary>
    public ApiFields? Fields { get; init; }
}

/// <summary>The fields of one object, in their order.</summary>
public sealed class ApiFields(params ApiField[] all)
{
    private readonly Dictionary<string, ApiField> _byName = all.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Every field.</summary>
    public IReadOnlyList<ApiField> All { get; } = all;

    /// <summary>The field of exactly that name; null for none.</summary>
    public ApiField? Named(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>What was read by the fields: only values of their types.</summary>
public sealed class ApiInput
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>The text; null when absent.</summary>
    public string? Text(string name) => Of<string>(name);

    /// <summary>The text; empty when absent.</summary>
    public string Words(string name) => Of<string>(name) ?? "";

    /// <summary>The whole number; null when absent.</summary>
    public int? Whole(string name) => _values.TryGetValue(name, out var value) ? (int)(long)value : null;

    /// <summary>The whole number in full; null when absent.</summary>
    public long? Long(string name) => _values.TryGetValue(name, out var value) ? (long)value : null;

    /// <summary>The flag; null when absent.</summary>
    public bool? Flag(string name) => _values.TryGetValue(name, out var value) ? (bool)value : null;

    /// <summary>The day; null when absent.</summary>
    public DateOnly? Day(string name) => _values.TryGetValue(name, out var value) ? (DateOnly)value : null;

    /// <summary>The instant in UTC; null when absent.</summary>
    public DateTime? Instant(string name) => _values.TryGetValue(name, out var value) ? (DateTime)value : null;

    /// <summary>The UUID; null when absent.</summary>
    public Guid? Uuid(string name) => _values.TryGetValue(name, out var value) ? (Guid)value : null;

    /// <summary>The list; empty when absent.</summary>
    public IReadOnlyList<T> List<T>(string name) => Of<IReadOnlyList<T>>(name) ?? [];

    /// <summary>The object; an empty one when absent.</summary>
    public ApiInput Object(string name) => Of<ApiInput>(name) ?? new ApiInput();

    internal void Set(string name, object value) => _values[name] = value;

    private T? Of<T>(string name)
        where T : class => (T?)_values.GetValueOrDefault(name);
}
