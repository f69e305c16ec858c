using System.Text;
using System.Text.Json;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Api;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.BadInput;

/// <summary>A line of bad-inputs.jsonl: what is sent, where, and the statuses that may answer it (<c>400|404</c>).</summary>
internal sealed record ListedInput(string Id, string Category, string What, string Target, string Value, string Expect)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>How often the value stands in a row.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The value is percent-coded already: bytes that no encoder writes.</summary>
    public bool Raw { get; init; }

    /// <summary>The name of a file or a header.</summary>
    public string Name { get; init; } = "";

    /// <summary>The content type.</summary>
    public string Type { get; init; } = "";

    /// <summary>What follows the address, percent-coded.</summary>
    public string Suffix { get; init; } = "";

    internal string Sent => string.Concat(Enumerable.Repeat(Value, Times));

    internal static IReadOnlyList<ListedInput> All { get; } =
        [.. File.ReadLines(SourceTree.At("tests/Lianxin.Tests/BadInput/bad-inputs.jsonl")).Select(line => JsonSerializer.Deserialize<ListedInput>(line, Web)!)];

    internal bool Allows(int status) => Expect.Split('|').Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Sends listed and made-up inputs to where they are meant for; the status and the text come back, of every request of a parallel one.</summary>
internal sealed class InputSender(TestApp app, string key)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static async Task<InputSender> For(TestApp app) => new(app, await Caller.Key(app, "centre", KeyScopes.Submit, KeyScopes.Read));

    internal async Task<IReadOnlyList<(int Status, string Text)>> Send(ListedInput input)
    {
        // Nobody's counter is what is tried here, except where many are sent at once.
        app.Clock.Move(TimeSpan.FromMinutes(11));
        return input.Target.StartsWith("parallel-", StringComparison.Ordinal)
            ? await Task.WhenAll(await Parallel(input.Target))
            : [await One(input)];
    }

    private Task<(int, string)> One(ListedInput input) => input.Target switch
    {
        "report" => Post("/report", "Body", input.Sent, input.Raw),
        "track-number" => Post("/track", "Number", input.Sent, input.Raw, "Code=123456"),
        "track-code" => Post("/track", "Code", input.Sent, input.Raw, "Number=260000000013"),
        "rights-phone" => Known(input),
        "upload" => Upload("", "/report", input),
        "import" => Upload("coordinator", "/console/import", input),
        "query" => Program(HttpMethod.Get, "/api/v1/" + input.Value + Uri.EscapeDataString(input.Suffix), null),
        "api" => Program(HttpMethod.Post, "/api/v1/matters", new StringContent(input.Sent, Encoding.UTF8, "application/json")),
        "api-type" => Program(HttpMethod.Post, "/api/v1/matters", Typed(input.Sent, input.Type)),
        "header" => Page(HttpMethod.Get, "/track", (input.Name, input.Sent)),
        "method" => Page(new HttpMethod(input.Value), "/track"),
        "path" => Page(HttpMethod.Get, input.Sent),
        _ => throw new InvalidOperationException($"{input.Id} is meant for '{input.Target}', which is nowhere."),
    };

    private async Task<(int, string)> Known(ListedInput input) =>
        await Post($"/r/{(await app.Given.Matter()).Link}/data", "Phone", input.Sent, input.Raw);

    private async Task<IEnumerable<Task<(int, string)>>> Parallel(string target)
    {
        const int Many = 40;
        var sent = target switch
        {
            "parallel-report" => await Sent("/report", "Body=%E8%B7%AF%E7%81%AF"),
            "parallel-track" => await Sent("/track", "Number=260000000013&Code=123456"),
            "parallel-sign-in" => await Sent("/sign-in", "Account=nobody&Password=wrong-wrong-wrong"),
            "parallel-upload" => () => Upload("", "/report", new("", "", "", "", "eA==", "") { Name = "a.png" }),
            "parallel-api" => () => Program(HttpMethod.Post, "/api/v1/matters", new StringContent("{\"body\":\"灯\"}", Encoding.UTF8, "application/json"), "the-same"),
            _ => new Func<Task<(int, string)>>(() => Page(HttpMethod.Get, "/")),
        };
        return Enumerable.Range(0, Many).Select(_ => sent());
    }

    private async Task<Func<Task<(int, string)>>> Sent(string path, string fields)
    {
        var (cookie, token) = await Form(path);
        return () => Page(HttpMethod.Post, path, Encoded($"{fields}&_form={Uri.EscapeDataString(token)}"), ("Cookie", cookie));
    }

    private async Task<(int, string)> Post(string path, string field, string value, bool raw, string others = "")
    {
        var (cookie, token) = await Form(path);
        var text = raw ? value : Uri.EscapeDataString(value);
        return await Page(HttpMethod.Post, path, Encoded($"{field}={text}&{others}&_form={Uri.EscapeDataString(token)}"), ("Cookie", cookie));
    }

    private async Task<(int, string)> Upload(string officer, string path, ListedInput input)
    {
        var browser = officer.Length == 0 ? app.Browser() : await app.As(officer);
        await browser.Open(path);
        (string, string)[] fields = officer.Length == 0 ? [("Body", "路灯不亮")] : [];
        await browser.Upload(officer.Length == 0 ? "next" : "upload", "Upload", [(input.Name, Convert.FromBase64String(input.Sent))], fields);

        // The browser follows: another address than the form's is what a 302 led to.
        var led = browser.At.AbsolutePath != path && (int)browser.Status == 200;
        return (led ? 302 : (int)browser.Status, browser.Page.DocumentElement.OuterHtml);
    }

    private async Task<(string Cookie, string Token)> Form(string path)
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lx-form", StringComparison.Ordinal)).Split(';')[0];
        return (cookie, (await answer.Content.ReadAsStringAsync(Stop)).Split("name=\"_form\" type=\"hidden\" value=\"")[1].Split('"')[0]);
    }

    private Task<(int, string)> Program(HttpMethod method, string path, HttpContent? body, string? once = null) =>
        Page(method, path, body, ("Authorization", "Bearer " + key), ("Idempotency-Key", once ?? Guid.NewGuid().ToString()));

    private Task<(int, string)> Page(HttpMethod method, string path, params (string Name, string Value)[] headers) => Page(method, path, null, headers);

    private async Task<(int, string)> Page(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(method, new Uri("http://localhost" + path)) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static StringContent Encoded(string form) => new(form, Encoding.UTF8, "application/x-www-form-urlencoded");

    private static ByteArrayContent Typed(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
