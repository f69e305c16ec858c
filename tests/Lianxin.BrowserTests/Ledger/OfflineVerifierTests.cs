using System.Text.Json;
using Lianxin.Ledger;
using Lianxin.Tests;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests.Ledger;

/// <summary>The offline page in a real browser, opened from a file as a resident opens it.</summary>
public sealed class OfflineVerifierTests(ChromiumBrowser chromium) : IDisposable
{
    private static readonly Lazy<JsonElement> Receipts = new(() => JsonDocument.Parse(Vectors("receipts")).RootElement);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lianxin-offline-");

    /// <summary>What the page asked for, complained of or wrote besides itself: nothing, ever.</summary>
    private readonly System.Collections.Concurrent.ConcurrentBag<string> _seen = [];

    private string? _allowed;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        Assert.All(_seen, what => Assert.Equal(_allowed, what));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("row", "LZ-23")]
    public async Task The_page_agrees_on_every_vector(bool ownArithmetic)
    {
        await using var phone = await chromium.PhoneWithoutServer();
        var page = await Opened(phone, OfflineVerifier.Page);
        Assert.True(await page.EvaluateAsync<bool>("isSecureContext && Boolean(crypto.subtle)"));
        await page.EvaluateAsync("own => lianxinVerifier.useOwnArithmetic(own)", ownArithmetic);
        var run = await File.ReadAllTextAsync(SourceTree.At("tests/vectors/ledger/run.js"), TestContext.Current.CancellationToken);
        foreach (var name in (string[])["tree", "codes", "entries", "receipts"])
        {
            var said = await page.EvaluateAsync<JsonElement>(run, new { name, file = Vectors(name) });
            Assert.True(said.GetProperty("checked").GetInt32() > 10, name);
            Assert.Equal("[]", said.GetProperty("disagree").GetRawText());
        }
    }

    [Fact]
    [Trait("row", "LZ-23")]
    public async Task A_resident_drops_the_receipt_and_reads_the_answer()
    {
        await using var phone = await chromium.PhoneWithoutServer();
        var page = await Opened(phone, OfflineVerifier.With(Receipts.Value.GetProperty("usual_policy").GetString()!));
        await page.SetInputFilesAsync("#file", Receipt("confirmed by both witnesses"));
        await Says(page, "good", "这件事已经记在第 5 号");
        await page.MustBeAccessible();
        await page.MustFitTheWidth();
        await page.Picture("offline-verifier-good");
        await page.SetInputFilesAsync("#file", Receipt("one sign of the words changed"));
        await Says(page, "bad", "有人改了登记的内容");
        await page.MustBeAccessible();
        await page.Picture("offline-verifier-bad");
        foreach (var (language, words) in new[] { ("en", "the record or this receipt was changed"), ("ko", "기록이나 접수증이 바뀌었습니다"), ("zh-Hant", "有人改了登記的內容") })
        {
            await page.ClickAsync($"button[lang={language}]");
            await Says(page, "bad", words);
            await page.MustFitTheWidth();
        }
    }

    [Fact]
    public async Task The_code_on_the_notice_board_tells_a_foreign_page()
    {
        await using var phone = await chromium.PhoneWithoutServer();
        var policy = Receipts.Value.GetProperty("usual_policy").GetString()!;
        var page = await Opened(phone, OfflineVerifier.With(policy));
        await page.SetInputFilesAsync("#file", Receipt("fresh, no witness yet"));
        await Says(page, "wait", "还没有确认够数");
        await page.FillAsync("#code", LedgerPolicy.Parse(policy).Logs[0].Key.Code.ToString().ToLowerInvariant());
        await page.ClickAsync("#check");
        await Says(page, "wait", "还没有确认够数");
        await page.FillAsync("#code", SpokenCode.Of(new byte[32]).ToString());
        await page.ClickAsync("#check");
        await Says(page, "bad", "不是同一把");
        await page.FillAsync("#code", "12");
        await page.ClickAsync("#check");
        await Says(page, "wait", "钥匙码输错了");
    }

    [Fact]
    public async Task Without_a_policy_the_page_asks_for_one_and_takes_it_as_a_file()
    {
        await using var phone = await chromium.PhoneWithoutServer();
        var page = await Opened(phone, OfflineVerifier.Page);
        await page.ClickAsync("#check");
        await Says(page, "wait", "请先选回执文件");
        await page.SetInputFilesAsync("#file", Receipt("fresh, then confirmed later"));
        await Says(page, "wait", "还缺一个");
        await page.SetInputFilesAsync("#file", [Saved("policy.txt", Receipts.Value.GetProperty("usual_policy").GetString()!)]);
        await Says(page, "wait", "还没有确认够数");
        await page.SetInputFilesAsync("#file", [Saved("newer.txt", Case("fresh, then confirmed later").GetProperty("newer").GetString()!)]);
        await Says(page, "good", "2 个监督方确认过");
    }

    private async Task<IPage> Opened(IBrowserContext context, string html)
    {
        var page = await context.NewPageAsync();
        var file = new Uri(Saved("verify.html", html)).AbsoluteUri;
        page.Request += (_, request) => _seen.Add(request.Url);
        page.PageError += (_, fault) => _seen.Add(fault);
        page.Console += (_, line) => _seen.Add(line.Text);
        _allowed = file;
        await page.GotoAsync(file);
        return page;
    }

    private static async Task Says(IPage page, string kind, string words) =>
        await Assertions.Expect(page.Locator($"#answer[data-kind={kind}]")).ToContainTextAsync(words);

    private string[] Receipt(string name) => [Saved($"{Guid.NewGuid()}.tlog-proof", Case(name).GetProperty("receipt").GetString()!)];

    private static JsonElement Case(string name) =>
        Receipts.Value.GetProperty("receipts").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    private string Saved(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Vectors(string name) => File.ReadAllText(SourceTree.At($"tests/vectors/ledger/{name}.json"));
}
