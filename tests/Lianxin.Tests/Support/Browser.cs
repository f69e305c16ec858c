using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.TestHost;

namespace Lianxin.Tests.Support;

/// <summary>A browser without script: it opens, follows and presses only what the page holds, and sends the page's own forms, token included.</summary>
public sealed class Browser
{
    private readonly CookieContainer _cookies = new();
    private HttpClient _client;

    public Browser(TestServer server) => _client = To(server);

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public Uri At { get; private set; } = new("http://localhost/");

    /// <summary>Where it was sent on to, as the answers said it.</summary>
    public List<string> Redirects { get; } = [];

    /// <summary>The visible text of the page, for asserts.</summary>
    public string Text => Page.Body!.TextContent;

    /// <summary>The same browser and page, whose next request is answered by another server.</summary>
    public Browser MoveTo(TestApp other)
    {
        _client = To(other.Server);
        return this;
    }

    public Task<Browser> Open(string path) => Send(new HttpRequestMessage(HttpMethod.Get, new Uri(At, path)));

    /// <summary>Follows the link that leads to the action, by its href's last part or its data-action.</summary>
    public Task<Browser> Follow(string action)
    {
        var link = Page.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>()
            .FirstOrDefault(a => a.GetAttribute("data-action") == action || a.GetAttribute("href")!.Split('?')[0].EndsWith("/" + action, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page {At} has no link to '{action}'.");
        return Open(link.GetAttribute("href")!);
    }

    /// <summary>Fills the form that holds the button of that action key and presses it. A field the form lacks is an error.</summary>
    public Task<Browser> Press(string action, params (string Field, string Value)[] fields)
    {
        var button = Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(b => b.GetAttribute("data-action") == action || b.Name == action || b.Value == action)
            ?? throw new InvalidOperationException($"The page {At} has no button '{action}': {string.Join(", ", Page.QuerySelectorAll("button").Select(b => b.OuterHtml))}");
        var form = button.Form ?? throw new InvalidOperationException($"The button '{action}' stands in no form.");
        var content = Content(form, button, fields);
        var target = new Uri(At, button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? At.PathAndQuery);
        return form.Method == "get"
            ? Open(target.AbsolutePath + "?" + content.ReadAsStringAsync().Result)
            : Send(new HttpRequestMessage(HttpMethod.Post, target) { Content = content });
    }

    /// <summary>The same with files in the form's file field.</summary>
    public Task<Browser> Upload(string action, string field, IReadOnlyList<(string Name, byte[] Bytes)> files, params (string Field, string Value)[] fields)
    {
        var button = Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().First(b => b.GetAttribute("data-action") == action);
        var form = button.Form!;
        Assert.NotNull(form.QuerySelector($"input[type=file][name='{field}']"));
        var content = (MultipartFormDataContent)Content(form, button, fields);
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        return Send(new HttpRequestMessage(HttpMethod.Post, new Uri(At, form.GetAttribute("action") ?? At.PathAndQuery)) { Content = content });
    }

    private HttpClient To(TestServer server) => new(new CookieHandler(server.CreateHandler(), _cookies)) { BaseAddress = new Uri("http://localhost/") };

    /// <summary>Follows the link of that action to a file.</summary>
    public async Task<byte[]> Download(string action)
    {
        var link = Page.QuerySelector($"a[data-action='{action}']") ?? throw new InvalidOperationException($"The page {At} has no link '{action}'.");
        var response = await _client.GetAsync(new Uri(At, link.GetAttribute("href")));
        Assert.Equal("attachment", response.EnsureSuccessStatusCode().Content.Headers.ContentDisposition?.DispositionType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static HttpContent Content(IHtmlFormElement form, IHtmlButtonElement button, (string Field, string Value)[] fields)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var given = fields.ToLookup(f => f.Field, f => f.Value);
        var names = form.Elements.Select(e => e.GetAttribute("name")).ToHashSet();
        foreach (var missing in fields.Where(f => !names.Contains(f.Field)))
        {
            throw new InvalidOperationException($"The form has no field '{missing.Field}'. It has: {string.Join(", ", names)}");
        }

        foreach (var element in form.Elements.Where(e => e is not IHtmlButtonElement && e.GetAttribute("name") is not null))
        {
            var name = element.GetAttribute("name")!;
            if (given.Contains(name))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    pairs.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    pairs.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    pairs.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        pairs.AddRange(fields.Select(f => new KeyValuePair<string, string>(f.Field, f.Value)));
        if (button.Name is { Length: > 0 } pressed)
        {
            pairs.Add(new(pressed, button.Value));
        }

        if (form.GetAttribute("enctype") == "multipart/form-data")
        {
            var parts = new MultipartFormDataContent();
            foreach (var (key, value) in pairs)
            {
                parts.Add(new StringContent(value), $"\"{key}\"");
            }

            return parts;
        }

        return new FormUrlEncodedContent(pairs);
    }

    private async Task<Browser> Send(HttpRequestMessage request)
    {
        request.Headers.AcceptLanguage.ParseAdd("zh-Hans");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var response = await _client.SendAsync(request);
        At = request.RequestUri!;
        Status = response.StatusCode;
        if (response.Headers.Location is { } location)
        {
            Redirects.Add(location.ToString());
            return await Open(location.ToString());
        }

        var html = await response.Content.ReadAsStringAsync();
        Page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(At));
        return this;
    }

    private sealed class CookieHandler(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
            {
                request.Headers.Add("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    cookies.SetCookies(request.RequestUri!, cookie);
                }
            }

            return response;
        }
    }
}
