using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lianxin.Texts;
using Lianxin.Web.Hosting;
using Microsoft.OpenApi;

namespace Lianxin.Web.Api;

/// <summary>The OpenAPI 3.1 document, made from the same tables the interface reads by: it cannot say another thing than the code does.</summary>
public sealed class ApiDocument
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };
    private readonly ConcurrentDictionary<string, byte[]> _made = new(StringComparer.Ordinal);

    /// <summary><c>GET /api/v1/openapi.json</c>.</summary>
    public Task Json(HttpContext context) => Write(context, Bytes(CultureInfo.CurrentUICulture), "application/json; charset=utf-8");

    /// <summary><c>GET /api/v1/openapi.yaml</c>: the same in YAML.</summary>
    public async Task Yaml(HttpContext context)
    {
        var read = OpenApiDocument.Parse(Encoding.UTF8.GetString(Bytes(CultureInfo.CurrentUICulture)), "json");
        var yaml = await read.Document!.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);
        await Write(context, Encoding.UTF8.GetBytes(yaml), "application/yaml; charset=utf-8");
    }

    /// <summary>The document in that language.</summary>
    public byte[] Bytes(CultureInfo language) => _made.GetOrAdd(language.Name, _ => JsonSerializer.SerializeToUtf8Bytes(Make(language), Form));

    private static Task Write(HttpContext context, byte[] bytes, string type)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        context.Response.Headers.Vary = "Accept-Language";
        return ApiBody.Write(context, bytes, type);
    }

    private static JsonObject Make(CultureInfo language) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = Words.Get("api.title", language),
            ["version"] = typeof(ApiDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            ["description"] = Words.Get("api.lead", language),
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
        ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
        ["paths"] = Paths(language),
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject
            {
                ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = Words.Get("api.key", language) },
            },
            ["schemas"] = ApiSchemas.All(language),
            ["responses"] = new JsonObject { ["Problem"] = Problem(language) },
        },
    };

    private static JsonObject Paths(CultureInfo language)
    {
        var paths = new JsonObject();
        foreach (var operation in ApiOperation.All)
        {
            paths.TryAdd(operation.Path, new JsonObject());
            paths[operation.Path]![operation.Method] = Operation(operation, language);
        }

        foreach (var (path, type) in new[] { ("/api/v1/openapi.json", "application/json"), ("/api/v1/openapi.yaml", "application/yaml") })
        {
            paths[path] = new JsonObject { ["get"] = Document(path, type, language) };
        }

        return paths;
    }

    private static JsonObject Document(string path, string type, CultureInfo language) => new()
    {
        ["operationId"] = path[(path.LastIndexOf('/') + 1)..].Replace('.', '_'),
        ["summary"] = Words.Get("api.op.document", language),
        ["security"] = new JsonArray(),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = Words.Get("api.op.document", language), ["content"] = new JsonObject { [type] = new JsonObject() } },
        },
    };

    private static JsonObject Operation(ApiOperation operation, CultureInfo language)
    {
        var scopes = AccessMatrix.Find(operation.Route ?? operation.Path, operation.Method.ToUpperInvariant())!.Roles
            .Select(r => r["key:".Length..]).Order(StringComparer.Ordinal);
        var told = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = Words.Get(operation.TextKey, language),
            ["description"] = Words.Get("api.scopes", language, string.Join(", ", scopes)),
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray([.. scopes.Select(s => (JsonNode)s)]) }),
            ["parameters"] = Parameters(operation, language),
            ["responses"] = Responses(operation, language),
        };
        if (operation.Body is { } body)
        {
            told["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    ["application/json"] = new JsonObject { ["schema"] = ApiSchemas.Of(body, language), ["example"] = operation.Asked!.DeepClone() },
                },
            };
        }

        return told;
    }

    private static JsonArray Parameters(ApiOperation operation, CultureInfo language)
    {
        var all = new JsonArray();
        if (operation.Path.Contains("{number}", StringComparison.Ordinal))
        {
            all.Add(Parameter("path", "number", true, ApiSchemas.Of(new ApiField("number", ApiType.Matter), language), language));
        }

        foreach (var header in operation.Headers)
        {
            all.Add(Parameter("header", header, true, new JsonObject { ["type"] = "string" }, language));
        }

        if (operation.Id == "read")
        {
            all.Add(Parameter("header", "If-None-Match", false, new JsonObject { ["type"] = "string" }, language));
        }

        foreach (var field in operation.Query.All)
        {
            all.Add(Parameter("query", field.Name, field.Required, ApiSchemas.Of(field, language), language));
        }

        return all;
    }

    private static JsonObject Parameter(string where, string name, bool required, JsonObject schema, CultureInfo language)
    {
        schema.Remove("description");
        return new JsonObject
        {
            ["name"] = name,
            ["in"] = where,
            ["required"] = required,
            ["description"] = Words.Get((where == "header" ? "api.header." : "api.field.") + name, language),
            ["schema"] = schema,
        };
    }

    private static JsonObject Responses(ApiOperation operation, CultureInfo language)
    {
        var good = new JsonObject
        {
            ["description"] = Words.Get(operation.Status < 400 ? "api.answer" : operation.TextKey, language),
            ["headers"] = Headers(operation, language),
            ["content"] = new JsonObject
            {
                [operation.Status < 400 ? "application/json" : "application/problem+json"] = new JsonObject
                {
                    ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + ApiSchemas.NameOf(operation.Answer.Type) },
                    ["example"] = ApiExamples.Answer(operation.Answer.Type),
                },
            },
        };
        var responses = new JsonObject { [operation.Status.ToString(CultureInfo.InvariantCulture)] = good };
        if (operation is { Route: not null, Status: < 400 })
        {
            responses["204"] = new JsonObject { ["description"] = Words.Get("api.gone", language) };
        }

        if (operation.Id == "read")
        {
            responses["304"] = new JsonObject { ["description"] = Words.Get("api.unchanged", language) };
        }

        responses["default"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        return responses;
    }

    private static JsonObject Headers(ApiOperation operation, CultureInfo language)
    {
        var names = new List<string> { "RateLimit-Limit", "RateLimit-Remaining" };
        names.AddRange(operation.Id == "submit" ? ["Location"] : operation.Answer.Type == typeof(ApiMatter) ? ["ETag"] : []);
        return new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject
        {
            ["description"] = Words.Get("api.header." + name, language),
            ["schema"] = new JsonObject { ["type"] = name.StartsWith("RateLimit", StringComparison.Ordinal) ? "integer" : "string" },
        })));
    }

    private static JsonObject Problem(CultureInfo language) => new()
    {
        ["description"] = Words.Get("api.problem", language),
        ["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                ["example"] = ApiExamples.Answer(typeof(ApiProblemBody)),
            },
        },
    };
}
