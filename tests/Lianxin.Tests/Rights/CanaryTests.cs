using System.Net;
using System.Text;
using System.Text.Json;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Database;
using Lianxin.Tests.Api;
using Lianxin.Tests.Console;
using Lianxin.Tests.Exchange;
using Lianxin.Tests.Notifications;
using Lianxin.Tests.Portal;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Rights;

/// <summary>
/// Canaries go through intake, tracking, rights, sign-in, import and the interface, each by a way that works and one that is refused; then
/// through a broken database. Nothing that the product writes besides its sealed stores holds one, in any spelling (P18).
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Name = "金丝雀测试人";
    private const string Phone = "13955557777";
    private const string Identity = "110101199003077571";
    private const string Door = "翡翠里九号楼四零二";
    private const string Words = "喜鹊胡同口的紫色信箱被人拿走了";
    private static readonly string[] Canaries = [Name, Phone, Identity, Door, Words];

    private TestApp _app = null!;
    private readonly List<Browser> _browsers = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await TestApp.StartOverheard();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task No_log_line_file_name_plain_file_or_redirect_holds_a_canary_on_any_path_good_or_refused()
    {
        var link = await Reports();
        await Tracks(link);
        await SignsIn();
        await Imports();
        await Calls();
        await Officers();
        await _app.Send();
        await Breaks();

        Assert.True(_app.Log.Lines.Count > 10, "The log is silent: nothing is proved.");
        Assert.All(_app.Log.Lines, line => Clean(line, "the log: " + line));
        Assert.All(_browsers.SelectMany(b => b.Redirects), to => Clean(to, "a redirect"));
        Assert.True(_browsers.Sum(b => b.Redirects.Count) > 5);
        Files();
    }

    [Theory]
    [InlineData("plain 13955557777 here")]
    [InlineData("/x?q=%E9%87%91%E4%B8%9D%E9%9B%80%E6%B5%8B%E8%AF%95%E4%BA%BA")]
    [InlineData("\\u91d1\\u4e1d\\u96c0\\u6d4b\\u8bd5\\u4eba")]
    [InlineData("MTM5NTU1NTc3Nzc=")]
    public void The_scan_knows_a_canary_in_every_spelling(string text) => Assert.ThrowsAny<Exception>(() => Clean(text, "a sample"));

    private async Task<string> Reports()
    {
        var browser = Watched(await Resident.ToCheck(_app, Words));
        await browser.Press("submit", ("Input.Phone", Phone + "1395555777713955557777"), ("Input.Name", Name));
        Assert.NotEqual(HttpStatusCode.OK, browser.Status);
        await browser.Press("submit", ("Input.Phone", Phone), ("Input.Name", string.Concat(Enumerable.Repeat(Name, 30))), ("Input.Door", Door));
        Assert.NotEqual(HttpStatusCode.OK, browser.Status);
        await browser.Press("submit", ("Input.Phone", Phone), ("Input.Name", Name), ("Input.Door", Door));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.StartsWith("/r/", browser.At.AbsolutePath, StringComparison.Ordinal);
        var full = Watched(await _app.Browser().Open("/report"));
        await full.Press("next", ("Body", string.Concat(Enumerable.Repeat(Words + Identity, 90))));
        Assert.Equal(HttpStatusCode.BadRequest, full.Status);
        return browser.At.AbsolutePath;
    }

    private async Task Tracks(string link)
    {
        var track = Watched(await _app.Browser().Open("/track"));
        await track.Press("track", ("Number", Phone), ("Code", "123456"));
        await track.Press("track", ("Number", Name), ("Code", Words));
        var own = Watched(await _app.Browser().Open(link));
        await own.Press("add", ("Words", Words + Identity));
        await own.Open(link + "/data");
        await own.Press("identify", ("Phone", Words));
        await own.Press("identify", ("Phone", "13955557778"));
        await own.Press("identify", ("Phone", Phone));
        Assert.Contains(Name, own.Text, StringComparison.Ordinal);
        await own.Download("copy");
        await own.Follow("correct");
        await own.Press("correct", ("Phone", Phone + "x"), ("Door", Door));
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        await own.Press("correct", ("Phone", ""), ("Door", Door), ("Name", Name));
        Assert.Equal(HttpStatusCode.OK, own.Status);
        await own.Open("/r/" + Phone);
        Assert.Equal(HttpStatusCode.NotFound, own.Status);
    }

    private async Task SignsIn()
    {
        var browser = Watched(await _app.Browser().Open("/sign-in"));
        var form = browser.Page.QuerySelector("form")!;
        var fields = form.QuerySelectorAll("input[name]").Select(i => i.GetAttribute("name")!).Where(n => n is "Code" or "Password" or "Login" or "Name").ToList();
        Assert.NotEmpty(fields);
        await browser.Press(form.QuerySelector("button")!.GetAttribute("data-action")!, [.. fields.Select((f, i) => (f, i == 0 ? Name : Phone))]);
        Assert.NotEqual("/console", browser.At.AbsolutePath);
        await browser.Open("/sign-in/setup/" + new string('a', 43));
    }

    private async Task Imports()
    {
        var good = Exchange.Imports.Header + $"\nM0001,{Name},紫色信箱,2019/3/1 10:00:00,{Words}{Phone}\nM0002,{Name},紫色信箱,没有日期{Phone},{Words}\n";
        await _app.Import(good);
        await Assert.ThrowsAnyAsync<Exception>(() => _app.Begin(Encoding.UTF8.GetBytes("\0" + Name + Phone + "\0\u0001")));
    }

    private async Task Calls()
    {
        using var program = await Caller.With(_app, "centre", KeyScopes.Submit);
        await program.Submit($$$"""{"body":"{{{Words}}}","contact":{"phone":"{{{Phone}}}","name":"{{{Name}}}"}}""");
        Assert.Equal(HttpStatusCode.Created, program.Status);
        foreach (var body in new[]
        {
            $$$"""{"body":"{{{Words}}}","{{{Name}}}":"{{{Identity}}}"}""", $$$"""{"body":"{{{Words}}}","contact":{"phone":"{{{Phone}}}{{{Phone}}}"}}""", $"{{\"body\":\"{Words}", $$$"""{"body":["{{{Words}}}"],"form":"{{{Name}}}"}""",
        })
        {
            await program.Submit(body);
            Assert.True((int)program.Status is >= 400 and < 500, $"{program.Status}");
        }
    }

    private async Task Officers()
    {
        var matter = await _app.Given.Handled();
        var browser = Watched(await _app.As("city-lead"));
        await browser.Open(matter.Page() + "/note");
        await browser.Press("note", ("Words", string.Concat(Enumerable.Repeat(Words + Phone, 300))));
        Assert.NotEqual(HttpStatusCode.OK, browser.Status);
        await browser.Press("note", ("Words", Words + Phone));
        await browser.Open(matter.Page() + "/contact");
        await browser.Press("reveal", ("Reason", $"给{Name}打电话{Phone}"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private async Task Breaks()
    {
        var browser = Watched(await Resident.ToCheck(_app, Words));
        await _app.Get<Writer>().Write(async scope => await scope.Run("alter table sealed_value rename to sealed_value_gone", []));
        await browser.Press("submit", ("Input.Phone", Phone), ("Input.Name", Name), ("Input.Door", Door));
        Assert.True((int)browser.Status >= 500, $"{browser.Status}");
        Assert.DoesNotContain(Name, browser.At.ToString(), StringComparison.Ordinal);
    }

    private Browser Watched(Browser browser)
    {
        _browsers.Add(browser);
        return browser;
    }

    // Sealed or the register itself: database, encrypted files, keys; the gateway's folder holds what is to be sent, under ids for names.
    private void Files()
    {
        var place = _app.Get<DataPlace>();
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(place.Folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(place.Folder, file);
            Clean(name, "a file name");
            if (name.StartsWith("lianxin.db", StringComparison.Ordinal) || new[] { "files", "messages" }.Any(f => name.StartsWith(f + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            {
                continue;
            }

            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            Clean(reader.ReadToEnd(), name);
            read++;
        }

        Assert.True(read > 0);
        foreach (var file in Directory.EnumerateFiles(place.FileFolder, "*", SearchOption.AllDirectories))
        {
            Clean(Encoding.UTF8.GetString(File.ReadAllBytes(file)), "a stored file");
        }

        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*"))
        {
            Clean(File.ReadAllText(file), "a temporary file");
        }
    }

    private static void Clean(string text, string where)
    {
        foreach (var canary in Canaries)
        {
            string[] spellings =
            [
                canary, Uri.EscapeDataString(canary), WebUtility.UrlEncode(canary), JsonSerializer.Serialize(canary).Trim('"'), JsonSerializer.Serialize(canary).Trim('"').ToLowerInvariant(),
                Convert.ToBase64String(Encoding.UTF8.GetBytes(canary)).TrimEnd('='), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary)),
                string.Concat(canary.Select(c => $"&#x{(int)c:X};")),
            ];
            Assert.All(spellings, s => Assert.False(text.Contains(s, StringComparison.OrdinalIgnoreCase), $"A canary in {where}"));
        }
    }
}
