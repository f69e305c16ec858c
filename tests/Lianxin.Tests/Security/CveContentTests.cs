using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Portal;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Security;

/// <summary>Holes of other products in what words and files do (docs/security/attack-classes.md), tried here.</summary>
public sealed class CveContentTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cve_2018_1000154_What_a_resident_writes_never_runs_on_a_page_of_the_staff()
    {
        var receipt = await app.Given.Matter(Script);
        var clerk = await app.Session("coordinator");
        foreach (var path in new[] { receipt.Page(), $"{receipt.Page()}/brief", "/console/triage", "/console/matters", "/console/matters/print", $"/r/{receipt.Link}" })
        {
            var (status, text, _) = await app.Ask(path, clerk);
            Assert.Equal(HttpStatusCode.OK, status);
            Inert(text, path);
        }
    }

    [Fact]
    public async Task Cve_2020_12629_What_staff_name_never_runs_either()
    {
        await app.Get<PeopleDesk>().Add(
            new() { Code = "marked", Name = "<b onclick=alert(1)>", Unit = await app.Given.Unit("labour"), Roles = [Roles.Handler], On = new(2024, 1, 1) }, Actor.System(Via.Cli));
        var (status, text, _) = await app.Ask("/console/people", await app.Session("coordinator"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("<b onclick", text, StringComparison.Ordinal);
        Assert.Contains("&lt;b onclick", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cve_2024_32469_Nothing_in_an_address_is_written_into_the_page_as_markup()
    {
        var clerk = await app.Session("coordinator");
        var value = Uri.EscapeDataString(Script);
        foreach (var page in new[] { "/", "/report", "/track", "/calculator", "/sign-in", "/console/matters", "/console/triage", "/console/people", "/console/go", "/help", "/error/404", "/console/figures" })
        {
            foreach (var name in new[] { "q", "sort", "order", "view", "after", "lang", "mode", "density", "list", "number", "back", "from", "d", "page", "per_page", "place", "to" })
            {
                var (status, text, _) = await app.Ask($"{page}?{name}={value}", clerk);
                Assert.True((int)status < 500, $"{page} {name}: {status}");
                Inert(text, $"{page} {name}");
            }
        }
    }

    [Fact]
    public async Task Cve_2022_25802_A_stored_file_is_never_a_document_of_this_site()
    {
        var (number, link, file) = await app.WithPhoto();
        foreach (var (path, session) in new[] { ($"{link}/photos/{file.Seq}/{file.Path.Split('_')[1]}", (string?)null), ($"/console/matters/{new MatterNumber(number).Digits}/files/{file.Seq}/{file.Path}", await app.Session("coordinator")) })
        {
            var (_, _, answer) = await app.Ask(path, session);
            Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
            Assert.NotNull(answer.Content.Headers.ContentDisposition);
            Assert.Equal(PageHeaders.InertPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Theory]
    [InlineData("' or '1'='1")]
    [InlineData("'; drop table matter; --")]
    [InlineData("1) union select * from wording --")]
    [InlineData("\" or \"\"=\"")]
    [InlineData("%' escape '\\")]
    [InlineData("\\x27\\x27")]
    [InlineData("AND OR NOT NEAR(\"a\" \"b\") * ^")]
    public async Task Cve_2025_24799_No_field_is_read_as_a_command_of_the_database(string value)
    {
        await app.Given.Matter();
        var clerk = await app.Session("coordinator");
        var text = Uri.EscapeDataString(value);
        foreach (var query in new[] { $"q={text}", $"sort={text}", $"after={text}", $"place={text}", $"unit={text}", $"category={text}" })
        {
            var (status, page, _) = await app.Ask("/console/matters?" + query, clerk);
            Assert.True((int)status < 500, $"{query}: {status}");
            Assert.DoesNotContain("syntax", page, StringComparison.OrdinalIgnoreCase);
        }

        var (signIn, _) = await app.Send("/sign-in", await app.Form("/sign-in"), [("Account", value), ("Password", value)]);
        Assert.Equal(HttpStatusCode.BadRequest, signIn);
        var (track, _) = await app.Send("/track", await app.Form("/track"), [("Number", value), ("Code", value)]);
        Assert.Equal(HttpStatusCode.BadRequest, track);
    }

    [Fact]
    public async Task Cve_2024_32491_A_file_name_of_an_upload_leads_nowhere()
    {
        foreach (var name in new[] { "../../evil.cshtml", "..\\..\\evil.aspx", "/etc/cron.d/evil", "evil.php\0.jpg", "a.jpg; rm -rf x", "$(touch evil)", "|touch evil" })
        {
            var browser = app.Browser();
            await browser.Open("/report");
            await browser.Upload("next", "Upload", [(name.Replace('\0', '0'), "<?php evil(); ?>"u8.ToArray())], ("Body", "路灯不亮"));
            Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        }

        Assert.Empty(Directory.GetFiles(app.Get<DataPlace>().Folder, "*evil*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(AppContext.BaseDirectory, "*evil*", SearchOption.TopDirectoryOnly));
    }

    [Fact]
    public async Task Cve_2019_14749_A_sheet_that_leaves_holds_words_and_no_formula()
    {
        foreach (var body in new[] { "=1+1", "@SUM(1)", "+1", "-1", "=HYPERLINK(\"http://example.invalid\")", "\t=1+1" })
        {
            await app.Given.Matter(body);
        }

        var (status, _, answer) = await app.Ask("/console/matters/export", await app.Session("coordinator"));
        Assert.Equal(HttpStatusCode.OK, status);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop)));
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            var text = await reader.ReadToEndAsync(Stop);
            Assert.DoesNotContain("<f>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<f ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cve_2021_21439_No_words_make_the_server_think_for_long()
    {
        foreach (var body in new[]
        {
            string.Concat(Enumerable.Repeat("http://a.a/", 180)), new string('(', 1900), new string('1', 1900), string.Concat(Enumerable.Repeat("a@", 900)),
            string.Concat(Enumerable.Repeat("<a href=", 230)), string.Concat(Enumerable.Repeat("1380013552", 190)), new string(' ', 900) + "x" + new string('\n', 900),
        })
        {
            var watch = Stopwatch.StartNew();
            var (status, _) = await app.Send("/report", await app.Form("/report"), [("Body", body)]);
            Assert.Equal(HttpStatusCode.Redirect, status);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{body[..20]}: {watch.Elapsed}");
        }
    }

    [Fact]
    public async Task Cve_2026_26026_Words_are_never_read_as_a_template()
    {
        const string Typed = "{{7*7}} ${7*7} #{7*7} {0} {number} %s @Model @(7*7) [[due]] <%= 7*7 %>";
        var browser = await Resident.ToCheck(app, Typed);
        await browser.Press("submit");
        Assert.Contains(Typed, browser.Hands(), StringComparison.Ordinal);
        Assert.DoesNotContain("49", browser.Hands(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cve_2026_22247_The_product_opens_no_connection_to_an_address_somebody_gave()
    {
        string[] doors = ["HttpClient", "WebRequest", "WebClient", "SmtpClient", "FtpWebRequest", "Dns.GetHost", "TcpClient", "Process.Start"];
        var open = Directory.EnumerateFiles(SourceTree.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Bench/", StringComparison.Ordinal))
            .Where(f => doors.Any(d => File.ReadAllText(f).Contains(d, StringComparison.Ordinal))).Select(f => Path.GetFileName(f));

        // The witness alone asks another machine: the site its own command line names, from a machine of its own, following nothing it is sent to.
        Assert.Equal(["WitnessRound.cs", "WitnessVerb.cs"], open.Order(StringComparer.Ordinal));
        Assert.Contains("AllowAutoRedirect = false", File.ReadAllText(SourceTree.At("src/Lianxin.Web/Verbs/WitnessVerb.cs")), StringComparison.Ordinal);
    }

    private static void Inert(string text, string where)
    {
        Assert.False(text.Contains("<script>alert", StringComparison.OrdinalIgnoreCase), where);
        Assert.False(text.Contains("<img src=x", StringComparison.OrdinalIgnoreCase), where);
        Assert.False(text.Contains("<svg/onload", StringComparison.OrdinalIgnoreCase), where);
    }
}
