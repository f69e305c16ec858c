using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Texts;

namespace Lianxin.Web.Api;

/// <summary>JSON schemas: of what is taken, from the fields; of what is given, from the records that are written.</summary>
public static class ApiSchemas
{
    private const string Digits = "^[0-9]{12}$";

    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["form"] = Texts<MatterForm>(),
        ["state"] = Texts<MatterState>(),
        ["kind"] = Texts<MatterKind>(),
        ["outcome"] = Texts<MatterOutcome>(),
        ["verdict"] = Texts<MatterVerdict>(),
    };

    /// <summary>The name of an answer's schema.</summary>
    public static string NameOf(Type type) => type == typeof(ApiProblemBody) ? "Problem" : type.Name.Replace("Api", "", StringComparison.Ordinal);

    /// <summary>The schemas of all answers.</summary>
    public static JsonObject All(CultureInfo language)
    {
        var all = new JsonObject();
        foreach (var type in ApiOperation.All.Select(o => o.Answer).Append(ApiJson.Form.ApiProblemBody).DistinctBy(t => t.Type))
        {
            all[NameOf(type.Type)] = Of(type);
        }

        var codes = ApiCodes.Own.Select(c => c.Code).Concat(ApiCodes.Refusals).Select(c => (JsonNode)c).ToArray();
        all["Problem"]!["properties"]!["code"]!["enum"] = new JsonArray(codes);
        all["Problem"]!["description"] = Words.Get("api.problem", language);
        return all;
    }

    /// <summary>The schema of a body: nothing but its fields.</summary>
    public static JsonObject Of(ApiFields fields, CultureInfo language)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(fields.All.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)Of(f, language)))),
            ["additionalProperties"] = false,
        };
        if (fields.All.Any(f => f.Required))
        {
            schema["required"] = new JsonArray([.. fields.All.Where(f => f.Required).Select(f => (JsonNode)f.Name)]);
        }

        return schema;
    }

    /// <summary>The schema of one field.</summary>
    public static JsonObject Of(ApiField field, CultureInfo language)
    {
        var schema = field.Type switch
        {
            ApiType.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = field.Least, ["maximum"] = field.Most },
            ApiType.Flag => new JsonObject { ["type"] = "boolean" },
            ApiType.Day => new JsonObject { ["type"] = "string", ["format"] = "date" },
            ApiType.Instant => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ApiType.Uuid => new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            ApiType.Matter => new JsonObject { ["type"] = "string", ["pattern"] = Digits },
            ApiType.Texts => new JsonObject { ["type"] = "array", ["maxItems"] = field.Most, ["items"] = new JsonObject { ["type"] = "string" } },
            ApiType.Pictures => new JsonObject
            {
                ["type"] = "array",
                ["maxItems"] = field.Most,
                ["items"] = new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
            },
            ApiType.Object => Of(field.Fields!, language),
            _ => Text(field),
        };
        schema["description"] = Words.Get("api.field." + field.Name, language);
        return schema;
    }

    private static JsonObject Text(ApiField field)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (field.Most > 0)
        {
            schema["maxLength"] = field.Most;
        }

        if ((field.OneOf ?? field.Known) is { } allowed)
        {
            schema["enum"] = new JsonArray([.. allowed.Select(a => (JsonNode)a)]);
        }

        return schema;
    }

    private static JsonNode Of(JsonTypeInfo type) => type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = static (context, schema) =>
        {
            if (schema is JsonObject { } whole && whole["required"] is JsonArray needed)
            {
                var always = context.TypeInfo.Properties.Where(p => !p.IsGetNullable).Select(p => p.Name).ToHashSet();
                whole["required"] = new JsonArray([.. needed.Select(n => n!.GetValue<string>()).Where(always.Contains).Select(n => (JsonNode)n)]);
            }

            if (schema is not JsonObject told || context.PropertyInfo is not { } property)
            {
                return schema;
            }

            // Absent, not null, is how the interface says that there is nothing.
            if (told["type"] is JsonArray types)
            {
                told["type"] = types.Select(t => t!.GetValue<string>()).First(t => t != "null");
            }

            if (Lists.TryGetValue(property.Name, out var list) && context.PropertyInfo.DeclaringType is { } owner && (owner == typeof(ApiMatter) || property.Name == "state"))
            {
                told["enum"] = new JsonArray([.. list.Select(w => (JsonNode)w)]);
            }

            if (property.Name is "number" or "master")
            {
                told["pattern"] = Digits;
            }

            return told;
        },
    });

    private static string[] Texts<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Conventions.Text(v))];
}
