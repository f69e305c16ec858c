using System.Globalization;
using System.Text.Json;
using Lianxin.Database;

namespace Lianxin.Calendar;

/// <summary>One thing wrong with a notice's file: the field by its path (<c>off[2].to</c>), the text <c>calendar.notice.CODE</c> and what stood there.</summary>
public sealed record NoticeFault(string Field, string Code, string Value = "")
{
    /// <summary>The key of the text, filled with the field and the value.</summary>
    public string Key => "calendar.notice." + Code;
}

/// <summary>A notice read from a file: the year, or everything that is wrong with it.</summary>
public sealed record NoticeReading(CalendarYear? Year, IReadOnlyList<NoticeFault> Faults);

/// <summary>
/// Reads a year's notice from JSON: <c>{"year", "notices": [{"number", "publishedOn"}], "off": [{"holiday", "from", "to"}], "workingDays": []}</c>.
/// Names every fault by its field; nothing is half-read.
/// </summary>
public sealed class CalendarYearReader
{
    private readonly List<NoticeFault> _faults = [];

    private CalendarYearReader()
    {
    }

    /// <summary>The year, or its faults.</summary>
    public static NoticeReading Read(string json)
    {
        var reader = new CalendarYearReader();
        var year = reader.Parse(json);
        return new NoticeReading(reader._faults.Count == 0 ? year : null, reader._faults);
    }

    private CalendarYear? Parse(string json)
    {
        try
        {
            using var file = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var fields = Object(file.RootElement, "", "year", "notices", "off", "workingDays");
            var year = fields is null ? null : Year(fields);
            if (year is not null && _faults.Count == 0)
            {
                _faults.AddRange(CalendarYearCheck.Faults(year));
            }

            return year;
        }
        catch (JsonException wrong)
        {
            var line = (wrong.LineNumber ?? 0) + 1;
            Fault("", "not_json", line.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half a surrogate pair; reading it as text throws this, and no line is known.
            Fault("", "not_json", "?");
            return null;
        }
    }

    private CalendarYear Year(Dictionary<string, JsonElement> fields) => new(
        Whole(fields, "year"),
        List(fields, "notices", Notice),
        List(fields, "off", Range),
        List(fields, "workingDays", Day));

    private HolidayNotice Notice(JsonElement element, string path)
    {
        var fields = Object(element, path, "number", "publishedOn");
        return fields is null ? new HolidayNotice("", default) : new HolidayNotice(Text(fields, path, "number"), Day(fields, path, "publishedOn"));
    }

    private OffRange Range(JsonElement element, string path)
    {
        var fields = Object(element, path, "holiday", "from", "to");
        if (fields is null)
        {
            return new OffRange(default, default, default);
        }

        var code = Text(fields, path, "holiday");
        if (!Conventions.TryParse(code, out Holiday holiday) && code.Length > 0)
        {
            Fault($"{path}.holiday", "unknown_holiday", code);
        }

        return new OffRange(holiday, Day(fields, path, "from"), Day(fields, path, "to"));
    }

    private Dictionary<string, JsonElement>? Object(JsonElement element, string path, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Fault(path, "not_an_object", Shown(element));
            return null;
        }

        var fields = element.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        foreach (var name in fields.Keys.Except(names))
        {
            Fault(Join(path, name), "unknown_field");
        }

        foreach (var name in names.Except(fields.Keys))
        {
            Fault(Join(path, name), "missing");
        }

        return fields;
    }

    private List<T> List<T>(Dictionary<string, JsonElement> fields, string name, Func<JsonElement, string, T> read)
    {
        if (!fields.TryGetValue(name, out var element))
        {
            return [];
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            return [.. element.EnumerateArray().Select((item, index) => read(item, $"{name}[{index}]"))];
        }

        Fault(name, "not_a_list", Shown(element));
        return [];
    }

    private int Whole(Dictionary<string, JsonElement> fields, string name)
    {
        var number = 0;
        if (fields.TryGetValue(name, out var element) && !(element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number)))
        {
            Fault(name, "not_a_year", Shown(element));
        }

        return number;
    }

    private string Text(Dictionary<string, JsonElement> fields, string path, string name)
    {
        if (!fields.TryGetValue(name, out var element))
        {
            return "";
        }

        var text = element.ValueKind == JsonValueKind.String ? element.GetString()!.Trim() : "";
        if (text.Length is 0 or > 60 || text.Any(char.IsControl))
        {
            Fault(Join(path, name), "not_a_text", Shown(element));
        }

        return text;
    }

    private DateOnly Day(Dictionary<string, JsonElement> fields, string path, string name) =>
        fields.TryGetValue(name, out var element) ? Day(element, Join(path, name)) : default;

    private DateOnly Day(JsonElement element, string path)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Fault(path, "not_a_day", Shown(element));
        }

        return day;
    }

    private void Fault(string field, string code, string value = "") => _faults.Add(new NoticeFault(field, code, value));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shown(JsonElement element)
    {
        var raw = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        return string.Concat(raw.EnumerateRunes().Take(40));
    }
}
