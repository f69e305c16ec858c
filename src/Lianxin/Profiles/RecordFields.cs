using System.Globalization;
using System.Text.Json;

namespace Lianxin.Profiles;

/// <summary>Reads one JSON object field by field; a wrong field becomes a problem and reading goes on, so all are found.</summary>
public sealed class RecordFields(JsonElement record, string file, string path, ICollection<ProfileProblem> problems)
{
    private readonly HashSet<string> known = ["code"];

    public string File => file;

    public string Text(string name) => OptionalText(name) ?? Missing(name, "a text that is not empty", "");

    public string? OptionalText(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : Wrong<string?>(name, value, "a text that is not empty", null);
    }

    public string OneOf(string name, IReadOnlyCollection<string> allowed) => Among(name, Text(name), allowed);

    public string? OptionalOneOf(string name, IReadOnlyCollection<string> allowed) =>
        OptionalText(name) is { } text ? Among(name, text, allowed) : null;

    public int Number(string name, int least, int most) =>
        OptionalNumber(name, least, most) ?? Missing(name, $"a whole number from {least} to {most}", least);

    public int? OptionalNumber(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Wrong<int?>(name, value, $"a whole number from {least} to {most}", least);
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return false;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : Wrong(name, value, "true or false", false);
    }

    public DateOnly? OptionalDay(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Wrong<DateOnly?>(name, text, "a day as yyyy-MM-dd", null);
    }

    public IReadOnlyList<string> Texts(string name) => Each(name, Plain);

    public IReadOnlyList<int> Numbers(string name, int least, int most) => Each(name, (value, where) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Report(where, value.ToString(), $"a whole number from {least} to {most}", least));

    public IReadOnlyList<T> List<T>(string name, Func<RecordFields, T> read) => Each(name, (value, where) => Nested(value, where, read)!);

    public IReadOnlyDictionary<string, string> Pairs(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Object } value)
        {
            return Missing<IReadOnlyDictionary<string, string>>(name, "an object of texts", new Dictionary<string, string>());
        }

        return value.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value, $"{path}.{name}.{p.Name}"));
    }

    public Label Label(string name, IReadOnlyCollection<string>? needed = null) => Find(name) is { } value
        ? Nested(value, $"{path}.{name}", f => f.ReadLabel(needed ?? Profiles.Label.ForOffice)) ?? new Label("")
        : Missing(name, "an object with zh-Hans, en …", new Label(""));

    /// <summary>Reports the members nobody asked for: a misspelt name must not be lost in silence.</summary>
    public void Done()
    {
        foreach (var member in record.EnumerateObject().Where(m => !known.Contains(m.Name)))
        {
            Report($"{path}.{member.Name}", member.Value.ToString(), "no such member; known are " + string.Join(", ", known), 0);
        }
    }

    public T Wrong<T>(string name, object value, string allowed, T instead) => Report($"{path}.{name}", value.ToString() ?? "", allowed, instead);

    private Label ReadLabel(IReadOnlyCollection<string> needed)
    {
        var texts = Profiles.Label.Languages.ToDictionary(l => l, OptionalText);
        foreach (var language in needed.Where(l => texts[l] is null))
        {
            Missing(language, "a text that is not empty", "");
        }

        return new Label(texts["zh-Hans"] ?? "", texts["en"], texts["ko"], texts["zh-Hant"]);
    }

    private T? Nested<T>(JsonElement value, string where, Func<RecordFields, T> read)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return Report<T?>(where, value.ToString(), "an object", default);
        }

        var fields = new RecordFields(value, file, where, problems);
        var made = read(fields);
        fields.Done();
        return made;
    }

    private List<T> Each<T>(string name, Func<JsonElement, string, T> read)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        return value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Select((item, i) => read(item, $"{path}.{name}[{i}]")).Where(item => item is not null)]
            : Wrong<List<T>>(name, value, "a list", []);
    }

    private string Plain(JsonElement value, string where) => value.ValueKind is JsonValueKind.String && value.GetString() is { } text
        ? text
        : Report(where, value.ToString(), "a text", "");

    private string Among(string name, string text, IReadOnlyCollection<string> allowed) =>
        text.Length is 0 || allowed.Contains(text) ? text : Wrong(name, text, string.Join(", ", allowed), text);

    private JsonElement? Find(string name)
    {
        known.Add(name);
        return record.TryGetProperty(name, out var value) ? value : null;
    }

    private T Missing<T>(string name, string allowed, T instead) => Report($"{path}.{name}", "(missing)", allowed, instead);

    private T Report<T>(string where, string value, string allowed, T instead)
    {
        problems.Add(new ProfileProblem(file, where, value, allowed));
        return instead;
    }
}
