using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Lianxin.Matters;

namespace Lianxin.Web.Api;

/// <summary>One operation of the interface as the document tells it. Its text is <c>api.op.ID</c>, a step's the step's own word.</summary>
public sealed record ApiOperation(string Id, string Method, string Path, JsonTypeInfo Answer)
{
    /// <summary>The path as the routing and the access matrix write it, when it differs.</summary>
    public string? Route { get; init; }

    /// <summary>Its text.</summary>
    public string TextKey { get; init; } = "api.op." + Id;

    /// <summary>Its query.</summary>
    public ApiFields Query { get; init; } = ApiInputs.None;

    /// <summary>Its body; null for none.</summary>
    public ApiFields? Body { get; init; }

    /// <summary>The status of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>An example of a body.</summary>
    public JsonNode? Asked { get; init; }

    /// <summary>Headers it must have.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    private const string StepRoute = "/api/v1/matters/{number}/steps/{step}";

    /// <summary>Every operation, the steps of the life table one by one.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("submit", "post", "/api/v1/matters", ApiJson.Form.ApiReceipt) { Body = ApiInputs.Submit, Status = 201, Headers = ["Idempotency-Key"], Asked = ApiExamples.Body("submit") },
        new("list", "get", "/api/v1/matters", ApiJson.Form.ApiMatters) { Query = ApiInputs.List },
        new("read", "get", "/api/v1/matters/{number}", ApiJson.Form.ApiMatter),
        new("thread", "get", "/api/v1/matters/{number}/thread", ApiJson.Form.ApiThread),
        new("deadline", "get", "/api/v1/matters/{number}/deadline", ApiJson.Form.ApiDeadlines),
        .. ApiActing.Steps.Values.Select(Step),
        new("close", "post", "/api/v1/matters/{number}/steps/close", ApiJson.Form.ApiProblemBody) { Route = StepRoute, Status = 409 },
        new("categories", "get", "/api/v1/categories", ApiJson.Form.ApiCategories),
        new("places", "get", "/api/v1/places", ApiJson.Form.ApiPlaces),
        new("units", "get", "/api/v1/units", ApiJson.Form.ApiUnits),
        new("channels", "get", "/api/v1/channels", ApiJson.Form.ApiChannels),
        new("calculator", "get", "/api/v1/calculator", ApiJson.Form.ApiLimit) { Query = ApiInputs.Calculator },
        new("figures", "get", "/api/v1/figures", ApiJson.Form.Figures) { Query = ApiInputs.Figures },
    ];

    private static ApiOperation Step(Step step) => new("step_" + step.Key, "post", "/api/v1/matters/{number}/steps/" + step.Key, ApiJson.Form.ApiMatter)
    {
        Route = StepRoute,
        TextKey = "step." + step.Key,
        Body = ApiInputs.Steps[step],
        Headers = ["If-Match"],
        Asked = ApiExamples.Body(step.Key),
    };
}
