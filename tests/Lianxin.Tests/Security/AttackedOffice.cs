using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Api;
using Lianxin.Tests.Pictures;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Security;

/// <summary>What attacks are made with: answers as text, sessions as cookies, a matter with a photo.</summary>
internal static class AttackedOffice
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The status and the text of one request, with the cookie of a session or none.</summary>
    internal static async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> Ask(
        this TestApp app, string path, string? session = null, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path) { Content = body };
        if (session is not null)
        {
            request.Headers.Add("Cookie", "lx-session=" + session);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await client.SendAsync(request, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), answer);
    }

    /// <summary>A session of the officer.</summary>
    internal static async Task<string> Session(this TestApp app, string officer)
    {
        var account = app.Get<OfficerAccount>();
        return await account.SignIn(await account.MakeLink((await app.Given.Officer(officer)).Id!.Value, LinkKind.SignIn, Actor.System(Via.Cli)), "test");
    }

    /// <summary>A matter that came with a photo; the place of its file.</summary>
    internal static async Task<(long Number, string Link, StoredFile File)> WithPhoto(this TestApp app)
    {
        using var program = await Caller.With(app, "centre", KeyScopes.Submit);
        var photo = Convert.ToBase64String(PngSamples.All["Palette4"]);
        await program.Submit($$"""{"body":"路灯不亮了","photos":["{{photo}}"]}""");
        Assert.Equal(HttpStatusCode.Created, program.Status);
        Assert.True(MatterNumber.TryParse(program.Json["number"]!.GetValue<string>(), out var number));
        await using var db = app.Read();
        var file = await db.Set<StoredFile>().SingleAsync(f => f.Matter == number.Value, Stop);
        return (number.Value, new Uri(program.Json["link"]!.GetValue<string>()).AbsolutePath, file);
    }

    /// <summary>The cookie and the token of a form that anybody may open.</summary>
    internal static async Task<(string Cookie, string Token)> Form(this TestApp app, string path)
    {
        var (_, page, answer) = await app.Ask(path);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lx-form", StringComparison.Ordinal)).Split(';')[0];
        return (cookie, page.Split("name=\"_form\" type=\"hidden\" value=\"")[1].Split('"')[0]);
    }

    /// <summary>Sends a form with its token.</summary>
    internal static async Task<(HttpStatusCode Status, string Text)> Send(
        this TestApp app, string path, (string Cookie, string Token) form, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] headers)
    {
        var body = new FormUrlEncodedContent(fields.Append(("_form", form.Token)).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        var (status, text, _) = await app.Ask(path, null, body, [("Cookie", form.Cookie), .. headers]);
        return (status, text);
    }

    /// <summary>How many facts the journal holds.</summary>
    internal static async Task<long> Facts(this TestApp app)
    {
        await using var db = app.Read();
        return (await db.Set<Lianxin.Database.Head>().AsNoTracking().SingleAsync(Stop)).FactSize;
    }

    /// <summary>What a page shows, without the token, reference and address that differ each time.</summary>
    internal static string MainOf(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    internal static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
