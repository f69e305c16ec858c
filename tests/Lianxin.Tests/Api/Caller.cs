using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Api;

/// <summary>A program with a key: it sends what it is told to and keeps the answer.</summary>
internal sealed class Caller(HttpClient client, string? secret) : IDisposable
{
    internal HttpStatusCode Status { get; private set; }

    internal HttpResponseMessage Answer { get; private set; } = null!;

    internal byte[] Bytes { get; private set; } = [];

    internal JsonNode Json => JsonNode.Parse(Bytes)!;

    internal string Code => Json["code"]!.GetValue<string>();

    /// <summary>The code of the first thing that is wrong, or of the problem itself.</summary>
    internal string FirstCode => Json["errors"]?[0]?["code"]?.GetValue<string>() ?? Code;

    /// <summary>A key of that unit with these scopes, made through the desk.</summary>
    internal static async Task<Caller> With(TestApp app, string unit, params string[] scopes) => new(app.Client(), await Key(app, unit, scopes));

    internal static async Task<string> Key(TestApp app, string unit, params string[] scopes) => (await Issue(app, unit, scopes)).Secret;

    internal static async Task<(Guid Key, string Secret)> Issue(TestApp app, string unit, IReadOnlyList<string> scopes, int perMinute = 100_000, int days = 30) =>
        await app.Get<ApiKeyDesk>().Issue(
            new IssueKey
            {
                Name = "测试程序",
                Unit = await app.Given.Unit(unit),
                Scopes = scopes,
                LastOn = ShanghaiTime.DayOf(app.Clock.GetUtcNow().UtcDateTime).AddDays(days),
                PerMinute = perMinute,
            },
            Actor.System(Via.Cli));

    internal Task<Caller> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    internal Task<Caller> Post(string path, string json, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    /// <summary>Records a matter under an own key.</summary>
    internal Task<Caller> Submit(string json, string? key = null) => Post("/api/v1/matters", json, ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    /// <summary>Takes a step with the version the matter has now, or another one.</summary>
    internal async Task<Caller> Step(TestApp app, long number, string step, string json, string? version = null) => await Post(
        $"/api/v1/matters/{new MatterNumber(number).Digits}/steps/{step}", json, ("If-Match", version ?? $"\"{(await app.Row(new MatterReceipt(number, "", "", null))).Version}\""));

    internal async Task<Caller> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (secret is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        Answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Status = Answer.StatusCode;
        Bytes = await Answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return this;
    }

    public void Dispose() => client.Dispose();
}
