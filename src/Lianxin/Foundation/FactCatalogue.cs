using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Database;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>All fact types of this build, and how each is written to and read from an entry's <c>data</c>.</summary>
public sealed class FactCatalogue
{
    private static readonly JsonSerializerOptions Reading = Options();
    private readonly Dictionary<Type, FactShape> _byType;
    private readonly Dictionary<string, Type> _byName;

    /// <summary>Takes every fact of the given assemblies; two of one name, or one without a name, throw.</summary>
    public FactCatalogue(params Assembly[] assemblies)
    {
        var types = assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).ToList();
        _byType = types.ToDictionary(t => t, t => new FactShape(t));
        _byName = types.ToDictionary(t => _byType[t].Name);
    }

    /// <summary>The names of all fact types, sorted.</summary>
    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The class of a fact type; null for an unknown one.</summary>
    public Type? TypeOf(string name) => _byName.GetValueOrDefault(name);

    internal FactShape Shape(Fact fact) => _byType[fact.GetType()];

    /// <summary>Reads a fact back from an entry; throws <see cref="FormatException"/> for an unknown type or member.</summary>
    public Fact Read(ReadEntry entry)
    {
        var type = TypeOf(entry.Entry.Type) ?? throw new FormatException($"Unknown fact type {entry.Entry.Type}.");
        try
        {
            return (Fact)entry.Data.Deserialize(type, Reading)!;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The data of {entry.Entry.Type} does not fit.", fault);
        }
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        options.Converters.Add(new EnumReading());
        return options;
    }

    private sealed class EnumReading : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class EnumText<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Conventions.TryParse<T>(reader.GetString(), out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Conventions.Text(value));
    }
}

/// <summary>The members of one fact type in byte order, each with its compiled getter.</summary>
internal sealed class FactShape
{
    private readonly (string Key, Func<object, object?> Get)[] _members;

    internal FactShape(Type type)
    {
        var attribute = type.GetCustomAttribute<FactTypeAttribute>(false) ?? throw new InvalidOperationException($"{type} has no fact type.");
        Name = attribute.Type;
        Access = attribute.Access;
        _members = MembersOf(type);
    }

    internal string Name { get; }

    internal bool Access { get; }

    internal IEnumerable<string> Keys => _members.Select(m => m.Key);

    internal void Write(CanonicalJson json, object fact) => WriteMembers(json, fact, _members);

    private static void WriteMembers(CanonicalJson json, object owner, (string Key, Func<object, object?> Get)[] members)
    {
        json.Open();
        foreach (var (key, get) in members)
        {
            if (get(owner) is { } value)
            {
                json.Key(key);
                WriteValue(json, value);
            }
        }

        json.Close();
    }

    private static void WriteValue(CanonicalJson json, object value)
    {
        switch (value)
        {
            case string text: json.Text(text); break;
            case int number: json.Number(number); break;
            case long number: json.Number(number); break;
            case bool flag: json.Flag(flag); break;
            case Guid id: json.Text(id.ToString()); break;
            case DateTime at: json.Instant(at); break;
            case DateOnly on: json.Text(on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); break;
            case Enum choice: json.Text(Conventions.Snake(choice.ToString())); break;
            case IEnumerable items:
                json.OpenArray();
                foreach (var item in items)
                {
                    WriteValue(json, item);
                }

                json.CloseArray();
                break;
            default: WriteMembers(json, value, MembersOf(value.GetType())); break;
        }
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, (string, Func<object, object?>)[]> Known = new();

    private static (string Key, Func<object, object?> Get)[] MembersOf(Type type) => Known.GetOrAdd(type, static t => t
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.Name != "EqualityContract" && p.GetIndexParameters().Length == 0)
        .Select(p => (Key: JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name), Get: Getter(p)))
        .OrderBy(m => m.Key, StringComparer.Ordinal)
        .ToArray());

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var owner = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(owner, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), owner).Compile();
    }
}
