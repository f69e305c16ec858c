using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lianxin.Tests.Api;

/// <summary>Holds a JSON value against a schema of the document: types, required and unknown members, lists, patterns. Says what does not fit.</summary>
internal static class SchemaWalk
{
    internal static IReadOnlyList<string> Of(JsonObject document, JsonNode schema, JsonNode? value, bool strict)
    {
        var wrong = new List<string>();
        Walk(document, schema.AsObject(), value, "", strict, wrong);
        return wrong;
    }

    private static void Walk(JsonObject document, JsonObject schema, JsonNode? value, string at, bool strict, List<string> wrong)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            var target = reference[2..].Split('/').Aggregate((JsonNode)document, (node, part) => node[part]!);
            Walk(document, target.AsObject(), value, at, strict, wrong);
            return;
        }

        var types = schema["type"] switch
        {
            JsonArray many => many.Select(t => t!.GetValue<string>()).ToList(),
            { } one => [one.GetValue<string>()],
            _ => [],
        };
        var type = TypeOf(value);
        if (types.Count > 0 && !types.Contains(type) && !(type == "integer" && types.Contains("number")))
        {
            wrong.Add($"{at}: {type} is not {string.Join('|', types)}");
            return;
        }

        if (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
        {
            wrong.Add($"{at}: {value} is not in its list");
        }

        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(value!.GetValue<string>(), pattern, RegexOptions.NonBacktracking))
        {
            wrong.Add($"{at}: {value} does not fit {pattern}");
        }

        if (value is JsonArray items && schema["items"] is JsonObject each)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Walk(document, each, items[i], $"{at}/{i}", strict, wrong);
            }
        }

        if (value is JsonObject members)
        {
            Members(document, schema, members, at, strict, wrong);
        }
    }

    private static void Members(JsonObject document, JsonObject schema, JsonObject members, string at, bool strict, List<string> wrong)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        wrong.AddRange((schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).Where(r => !members.ContainsKey(r)).Select(r => $"{at}: {r} is missing"));
        foreach (var (name, member) in members)
        {
            if (known[name] is JsonObject told)
            {
                Walk(document, told, member, $"{at}/{name}", strict, wrong);
            }
            else if (strict)
            {
                wrong.Add($"{at}: {name} is unknown");
            }
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.ToJsonString().AsSpan().ContainsAny(".eE") ? "number" : "integer",
        _ => "null",
    };
}
