using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Reports;
using Lianxin.Tests.Support;
using Lianxin.Texts;
using Lianxin.Web.Api;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Lianxin.Tests.Api;

public sealed partial class ApiDocumentTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_1_in_both_forms_and_languages()
    {
        using var caller = new Caller(app.Client(), null);
        foreach (var language in new[] { "zh-CN", "en" })
        {
            foreach (var form in new[] { "json", "yaml" })
            {
                await caller.Get("/api/v1/openapi." + form, ("Accept-Language", language));
                Assert.Equal((HttpStatusCode.OK, $"application/{form}"), (caller.Status, caller.Answer.Content.Headers.ContentType!.MediaType));
            }
        }

        await caller.Get("/api/v1/openapi.json");
        var read = OpenApiDocument.Parse(Encoding.UTF8.GetString(caller.Bytes), "json");
        Assert.Empty(read.Diagnostic!.Errors.Select(e => e.ToString()));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        await caller.Get("/api/v1/openapi.yaml");
        Assert.Contains("/api/v1/matters/{number}/steps/accept", Encoding.UTF8.GetString(caller.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_route_of_the_interface_stands_in_the_document_with_its_scopes()
    {
        var told = Document()["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {Step().Replace(p.Key, "/steps/{step}")}")).ToHashSet();
        var routes = app.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}"));
        Assert.Equal(routes.Order(), told.Order());
        foreach (var operation in ApiOperation.All)
        {
            var scopes = Document()["paths"]![operation.Path]![operation.Method]!["security"]![0]!["key"]!.AsArray().Select(s => "key:" + s!.GetValue<string>());
            Assert.Equal(AccessMatrix.Find(operation.Route ?? operation.Path, operation.Method.ToUpperInvariant())!.Roles.Order(), scopes.Order());
        }
    }

    [Fact]
    public void Every_example_fits_its_schema()
    {
        var document = Document();
        var examples = 0;
        foreach (var media in Medias(document))
        {
            examples++;
            Assert.Empty(SchemaWalk.Of(document, media["schema"]!, media["example"]!, strict: true));
        }

        Assert.InRange(examples, 60, 200);
    }

    [Fact]
    public async Task Every_real_answer_fits_its_schema()
    {
        var receipt = await app.Given.Handled();
        var number = new MatterNumber(receipt.Number).Digits;
        using var caller = await Caller.With(app, "city", [.. KeyScopes.All]);
        foreach (var operation in ApiOperation.All.Where(o => o.Method == "get"))
        {
            var query = operation.Id switch { "calculator" => "?from=2026-09-01&rule=promised", "figures" => "?asOf=2026-09-01", "list" => "?limit=1", _ => "" };
            await caller.Get(operation.Path.Replace("{number}", number, StringComparison.Ordinal) + query);
            Fits(caller, operation, "200", "application/json");
        }

        await caller.Submit(ApiExamples.Body("submit").ToJsonString());
        Fits(caller, ApiOperation.All[0], "201", "application/json");
        await caller.Step(app, receipt.Number, "ask", """{"question":"东门还是西门?"}""");
        Fits(caller, ApiOperation.All.Single(o => o.Id == "step_ask"), "200", "application/json");
        await caller.Step(app, receipt.Number, "close", "{}");
        Fits(caller, ApiOperation.All.Single(o => o.Id == "close"), "409", "application/problem+json");
        await caller.Get("/api/v1/matters?limit=0");
        Assert.Empty(SchemaWalk.Of(Document(), Document()["components"]!["schemas"]!["Problem"]!, caller.Json, strict: true));
    }

    [Fact]
    public void Every_code_the_system_can_refuse_with_stands_in_the_document_and_has_its_text()
    {
        var said = Sources("src/Lianxin/Matters", "src/Lianxin/Deadlines").SelectMany(text => Refusal().Matches(text)).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Empty(said.Except(ApiCodes.Refusals));
        Assert.All(ApiCodes.Refusals, c => Assert.True(Words.Has("refusal." + c), c));
        Assert.All(ApiCodes.Own, c => Assert.True(Words.Has(ApiError.TextKey(c.Code)), c.Code));
        var own = Sources("src/Lianxin.Web/Api").SelectMany(text => Problem().Matches(text)).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Empty(own.Except(ApiCodes.Own.Select(c => c.Code)));
    }

    [Fact]
    public async Task The_page_for_integrators_names_every_route_and_code_and_is_found_from_help()
    {
        var browser = app.Browser();
        await browser.Open("/help");
        await browser.Follow("api");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.All(ApiOperation.All, o => Assert.Contains(o.Path, browser.Text, StringComparison.Ordinal));
        Assert.All(ApiCodes.Own, c => Assert.NotNull(browser.Page.GetElementById(c.Code)));
    }

    [Fact]
    public async Task Figures_are_the_bytes_of_the_command()
    {
        await app.Given.Handled();
        using var caller = await Caller.With(app, "city", KeyScopes.Figures);
        await caller.Get("/api/v1/figures?asOf=2026-09-02");
        var counted = await app.Get<FigureDesk>().Count(new FigureQuestion(CutOff.Parse("2026-09-02")!.Value), TestContext.Current.CancellationToken);
        Assert.Equal(counted.ToJson() + "\n", Encoding.UTF8.GetString(caller.Bytes));
        Assert.True(caller.Json["received"]!.GetValue<int>() > 0);
    }

    [Fact, Trait("row", "ED-31")]
    public async Task The_calculator_explains_each_day()
    {
        using var caller = await Caller.With(app, "city", KeyScopes.Read);
        await caller.Get("/api/v1/calculator?from=2026-09-30&rule=working&days=3");
        Assert.Equal("2026-10-10", caller.Json["dueOn"]!.GetValue<string>());
        var days = caller.Json["stretches"]![0]!["days"]!.AsArray();
        Assert.Equal(3, days.Count(d => d!["counts"]!.GetValue<bool>()));
        Assert.Contains(days, d => d!["why"]!.GetValue<string>() == "holiday.national_day");
        Assert.Contains(days, d => d!["on"]!.GetValue<string>() == "2026-10-10" && d["why"]!.GetValue<string>() == "status.make_up");
    }

    private static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(f => SourceTree.Files(f, ".cs")).Where(f => !f.EndsWith("ApiExamples.cs", StringComparison.Ordinal)).Select(f => File.ReadAllText(SourceTree.At(f)));

    private void Fits(Caller caller, ApiOperation operation, string status, string type)
    {
        Assert.Equal(status, ((int)caller.Status).ToString(CultureInfo.InvariantCulture));
        var document = Document();
        var schema = document["paths"]![operation.Path]![operation.Method]!["responses"]![status]!["content"]![type]!["schema"]!;
        Assert.Empty(SchemaWalk.Of(document, schema, caller.Json, strict: true));
    }

    private JsonObject Document() => JsonNode.Parse(app.Get<ApiDocument>().Bytes(Words.Cultures[0]))!.AsObject();

    private static IEnumerable<JsonObject> Medias(JsonNode? node) => node switch
    {
        JsonObject found => (found.ContainsKey("example") && found.ContainsKey("schema") ? [found] : Array.Empty<JsonObject>()).Concat(found.SelectMany(p => Medias(p.Value))),
        JsonArray list => list.SelectMany(Medias),
        _ => [],
    };

    [GeneratedRegex(@"/steps/\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Step();

    [GeneratedRegex(@"new\(""((?:matter|deadline)\.[a-z_]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"""((?:json|field|query|key|idempotency|precondition|rate|body|accept|method|route|step|server|request)\.[a-z_0-9]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Problem();
}
