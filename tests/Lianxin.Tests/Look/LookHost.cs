using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Tests.Look;

/// <summary>The pages of the look alone, with two routes of the test's own: one that breaks and one that is refused.</summary>
public sealed class LookHost : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Lianxin.Web",
            ContentRootPath = Path.Combine(Sources.Root(), "src", "Lianxin.Web"),
            EnvironmentName = "Production",
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Site:HostOffice"] = "某区人民政府办公室", ["Site:SiteCode"] = "9901010001", ["Site:IcpNumber"] = "示ICP备00000000号", ["Site:PoliceNumber"] = "示公网安备 99010100000000号",
        });
        builder.Services.AddLook();
        app = builder.Build();
        app.UseLook();
        app.MapRazorPages();
        app.MapGet("/breaks", IResult () => throw new InvalidOperationException("broken on purpose"));
        app.MapGet("/refused", (HttpContext context) =>
        {
            context.Features.Set(new WhoGrants("<系统管理员>"));
            return Results.StatusCode(403);
        });
        await app.StartAsync();
        Client = app.GetTestClient();
    }

    public async Task<IDocument> Open(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await Client.SendAsync(request);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page and sends its form with the token that stands in it.</summary>
    public async Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] fields)
    {
        using var shown = await Client.GetAsync(new Uri(path, UriKind.Relative));
        var page = new HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync());
        var token = page.QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Cookie", string.Join("; ", shown.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        request.Content = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
