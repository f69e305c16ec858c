using Lianxin.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests.Ledger;

/// <summary>From a report to its receipt, to the page that checks it without a network, to somebody who changes a cell in the database by hand.</summary>
public sealed class ReceiptJourneyTests(ChromiumBrowser chromium)
{
    [Fact]
    [Trait("row", "LZ-23")]
    public async Task A_changed_cell_is_named_by_verify_and_said_in_plain_words_by_the_offline_page()
    {
        await using var product = await ProductHost.Start(ProductDatabase.Sqlite, "--demo", "--matters", "60");
        await using var phone = await chromium.Phone(product);
        var page = await phone.NewPageAsync();
        var number = await Reported(page);
        await page.Picture("receipt-1-code");
        var receipt = await Downloaded(page, page.Locator("[data-action=receipt]"));
        await page.Locator("[data-action=proof]").TapAsync();
        await page.MustFitTheWidth();
        await page.MustBeAccessible();
        await page.Picture("receipt-2-proof");

        await page.Locator("[data-action=ledger]").TapAsync();
        await page.Picture("receipt-3-ledger");
        var offline = await Downloaded(page, page.Locator("[data-action=keep]"));
        await using var alone = await chromium.PhoneWithoutServer();
        var verifier = await alone.NewPageAsync();
        await verifier.GotoAsync(new Uri(await Named(offline, "verify.html")).AbsoluteUri);
        await verifier.SetInputFilesAsync("#file", receipt);
        await Assertions.Expect(verifier.Locator("#answer[data-kind=good]")).ToContainTextAsync("这件事已经记在第");
        await verifier.Picture("receipt-4-good");
        Assert.Equal((0, true), await Verify(product, "核验通过", "--receipt", receipt));

        await Change(product, number);
        var (exit, named) = await Verify(product, "V11 wording");
        Assert.Equal((1, true), (exit, named));
        await page.GoBackAsync();
        var after = await Downloaded(page, page.Locator("[data-action=receipt]"));
        await verifier.SetInputFilesAsync("#file", after);
        await Assertions.Expect(verifier.Locator("#answer[data-kind=bad]")).ToContainTextAsync("有人改了登记的内容");
        await verifier.Picture("receipt-5-bad");
    }

    private static async Task<long> Reported(IPage page)
    {
        await page.GotoAsync("/report");
        await page.Locator("#Body").FillAsync("小区东门路灯不亮，晚上看不见台阶");
        await page.Locator("[data-action=next]").TapAsync();
        await page.Locator(".lx-place").First.TapAsync();
        await page.WaitForURLAsync("**/report/where?*in=*");
        await page.Locator(".lx-place").First.TapAsync();
        await page.WaitForURLAsync(url => url.Contains("/report/check", StringComparison.Ordinal) || url.Contains("/report/alike", StringComparison.Ordinal));
        if (await page.Locator("[data-action=other]").CountAsync() > 0)
        {
            await page.Locator("[data-action=other]").TapAsync();
        }

        await page.WaitForURLAsync("**/report/check?*");
        await page.Locator("[data-action=submit]").TapAsync();
        await page.WaitForURLAsync("**/r/*");
        var digits = string.Concat((await page.InnerTextAsync(".lx-receipt-number")).Where(char.IsAsciiDigit));
        return MatterNumber.TryParse(digits, out var number) ? number.Value : throw new InvalidOperationException(digits);
    }

    private static async Task<string> Downloaded(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await Named(await download.PathAsync(), download.SuggestedFilename);
    }

    private static Task<string> Named(string file, string name)
    {
        var named = Path.Combine(Directory.CreateTempSubdirectory("lianxin-receipt-").FullName, name);
        File.Copy(file, named);
        return Task.FromResult(named);
    }

    // Somebody with the file, and no product.
    private static async Task Change(ProductHost product, long number)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(product.DataFolder, "lianxin.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"update wording set value = '东门的路灯已经修好了' where matter = {number} and path = 'body'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<(int Exit, bool Says)> Verify(ProductHost product, string words, params string[] more)
    {
        await using var verb = ProductProcess.Start(["verify", "--data", product.DataFolder, .. more], ("LANG", "zh_CN.UTF-8"));
        var exit = await verb.Ended();
        return (exit, verb.Output.Contains(words, StringComparison.Ordinal));
    }
}
