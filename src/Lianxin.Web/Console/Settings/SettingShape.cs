using System.Text.Json;
using System.Text.Json.Nodes;
using Lianxin.Profiles;

namespace Lianxin.Web.Console;

/// <summary>How a field of a setting is typed: a line, several lines, a whole number, a yes or no, a list, or one of some words.</summary>
public enum SettingFieldKind
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Area,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Words parted by commas.</summary>
    List,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>One field of a row as it is typed; the path is where it stands in the row.</summary>
public sealed record SettingField
{
    /// <summary>The path in the row, for example <c>label.zh-Hans</c>.</summary>
    public string Path { get; set; } = "";

    /// <summary>As typed.</summary>
    public string? Value { get; set; }
}

/// <summary>The fields of each list that an office tunes in a form, without any JSON; what the form does not show stays as it was.</summary>
internal static class SettingShape
{
    private static readonly string[] Four = ["zh-Hans", "en", "ko", "zh-Hant"];
    private static readonly string[] Two = ["zh-Hans", "en"];

    private static readonly Dictionary<string, (string Path, SettingFieldKind Kind)[]> Shapes = new()
    {
        ["authority"] = [.. Label("label", Two), ("rank", SettingFieldKind.Number), ("beyond", SettingFieldKind.Choice), ("reportsTo", SettingFieldKind.Line)],
        ["categories"] =
        [
            .. Label("label", Four), .. Label("office", Two), ("parent", SettingFieldKind.Choice), ("form", SettingFieldKind.Choice), ("kind", SettingFieldKind.Choice),
            ("workingDays", SettingFieldKind.Number), .. ProfileWords.LeadLevels.Select(l => ("lead." + l, SettingFieldKind.Choice)),
            ("authority", SettingFieldKind.Choice), ("authorityBasis", SettingFieldKind.Line), ("keepYears", SettingFieldKind.Number), ("keywords", SettingFieldKind.List),
        ],
        ["channels"] =
        [
            .. Label("label", Four), ("kind", SettingFieldKind.Line), ("origin", SettingFieldKind.Choice), ("ownerTopic", SettingFieldKind.Choice),
            ("superiorWorkingDays", SettingFieldKind.Number), ("reportBackWorkingDays", SettingFieldKind.Number), ("acknowledgeHours", SettingFieldKind.Number),
            ("registerSameDay", SettingFieldKind.Flag), ("keepsOpeningDay", SettingFieldKind.Flag),
        ],
        ["emergency-words"] = [.. Label("label", Four), ("phone", SettingFieldKind.Line), ("words", SettingFieldKind.List)],
        ["extension-reasons"] = [.. Label("label", Four), ("needs", SettingFieldKind.Line)],
        ["hours"] = [.. Label("label", Four), ("days", SettingFieldKind.Choice), ("opens", SettingFieldKind.List)],
        ["limits"] =
        [
            .. Label("label", Two), ("value", SettingFieldKind.Number), ("unit", SettingFieldKind.Choice), ("maximum", SettingFieldKind.Number), ("source", SettingFieldKind.Line),
        ],
        ["phrases"] = [("use", SettingFieldKind.Choice), .. Area("text", Two)],
        ["refusal-reasons"] = [.. Label("label", Four), ("outcome", SettingFieldKind.Choice), ("route", SettingFieldKind.Line), .. Area("routeText", Four)],
        ["return-reasons"] = [.. Label("label", Two), ("needs", SettingFieldKind.Line)],
        ["roles"] = [.. Label("label", Two)],
        ["template-fields"] = [.. Label("label", Two)],
        ["templates"] = [("use", SettingFieldKind.Choice), ("category", SettingFieldKind.Choice), .. Label("label", Four), .. Area("text", Four)],
        ["unit-kinds"] =
        [
            .. Label("label", Two), .. Label("head", Two), ("level", SettingFieldKind.Choice), ("minimumStaff", SettingFieldKind.Number), ("minimumInformants", SettingFieldKind.Number),
        ],
        ["unit-topics"] = [.. Label("label", Two), ("aliases", SettingFieldKind.List), ("successor", SettingFieldKind.Line)],
    };

    /// <summary>The lists there are, in the order of the overview.</summary>
    internal static IReadOnlyList<string> Lists { get; } =
    [
        "limits", "categories", "channels", "templates", "phrases", "refusal-reasons", "return-reasons", "extension-reasons", "hours", "emergency-words",
        "authority", "unit-kinds", "unit-topics", "template-fields", "roles",
    ];

    /// <summary>The fields of a list's rows.</summary>
    internal static IReadOnlyList<(string Path, SettingFieldKind Kind)> Of(string list) => Shapes[list];

    /// <summary>The words a choice may hold.</summary>
    internal static IEnumerable<string> Choices(string list, string path, Profile lists) => path switch
    {
        "kind" => ProfileWords.Kinds,
        "form" => ["consultation"],
        "parent" => lists.Categories.Where(c => c.Kind is null).Select(c => c.Code),
        "authority" => lists.Authority.Select(a => a.Code),
        "level" => ["district", .. lists.Authority.Select(a => a.Code)],
        "ownerTopic" => lists.Topics.Where(t => t.Until is null).Select(t => t.Code),
        "origin" => ProfileWords.Origins,
        "unit" => ProfileWords.LimitUnits,
        "beyond" => ["report_up", "referral"],
        "outcome" => ["explained", "pointed"],
        "days" => ["working", "every"],
        "category" => lists.Roots.Select(c => c.Code),
        "use" => list == "templates" ? ["notice", "reply"] : ["intake", "reply", "call"],
        _ when path.StartsWith("lead.", StringComparison.Ordinal) => ["place", "street", .. lists.Topics.Where(t => t.Until is null).Select(t => "topic:" + t.Code)],
        _ => [],
    };

    /// <summary>The row's fields as they are typed.</summary>
    internal static List<SettingField> Read(string list, string? json)
    {
        var row = json is null ? [] : JsonNode.Parse(json)!.AsObject();
        return [.. Of(list).Select(f => new SettingField { Path = f.Path, Value = Shown(At(row, f.Path)) })];
    }

    /// <summary>The row with what was typed, as compact JSON; what the form does not show stays. A number that is none is told by its path.</summary>
    internal static string Write(string list, string code, string? json, IEnumerable<SettingField> fields, Action<string> wrongNumber)
    {
        var row = json is null ? new JsonObject { ["code"] = code } : JsonNode.Parse(json)!.AsObject();
        var kinds = Of(list).ToDictionary(f => f.Path, f => f.Kind);
        foreach (var field in fields.Where(f => kinds.ContainsKey(f.Path)))
        {
            Put(row, field.Path, Node(kinds[field.Path], field.Value?.Trim().ReplaceLineEndings("\n"), () => wrongNumber(field.Path)));
        }

        return JsonSerializer.Serialize(row, Plain);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    private static JsonNode? Node(SettingFieldKind kind, string? typed, Action wrongNumber)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        switch (kind)
        {
            case SettingFieldKind.Number:
                if (int.TryParse(typed, out var number))
                {
                    return JsonValue.Create(number);
                }

                wrongNumber();
                return null;
            case SettingFieldKind.Flag:
                return typed.StartsWith("true", StringComparison.OrdinalIgnoreCase) ? JsonValue.Create(true) : null;
            case SettingFieldKind.List:
                return new JsonArray([.. typed.Split([',', '，', '、', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => (JsonNode)JsonValue.Create(w)!)]);
            default:
                return JsonValue.Create(typed);
        }
    }

    private static void Put(JsonObject row, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        var at = row;
        foreach (var part in parts[..^1])
        {
            if (at[part] is not JsonObject inner)
            {
                if (value is null)
                {
                    return;
                }

                at[part] = inner = [];
            }

            at = inner;
        }

        if (value is null)
        {
            at.Remove(parts[^1]);
            return;
        }

        at[parts[^1]] = value;
    }

    private static JsonNode? At(JsonObject row, string path)
    {
        JsonNode? at = row;
        foreach (var part in path.Split('.'))
        {
            at = (at as JsonObject)?[part];
        }

        return at;
    }

    private static string? Shown(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => string.Join('、', list.Select(i => i!.ToString())),
        _ => node.ToString(),
    };

    private static IEnumerable<(string, SettingFieldKind)> Label(string path, string[] languages) => languages.Select(l => ($"{path}.{l}", SettingFieldKind.Line));

    private static IEnumerable<(string, SettingFieldKind)> Area(string path, string[] languages) => languages.Select(l => ($"{path}.{l}", SettingFieldKind.Area));
}
