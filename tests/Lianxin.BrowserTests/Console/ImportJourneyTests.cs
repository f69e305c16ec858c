using System.Text;
using System.Text.RegularExpressions;
using Lianxin.BrowserTests.Portal;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests.Console;

public sealed partial class ImportJourneyTests(ChromiumBrowser chromium, DemoProduct product)
{
    private const int Rows = 120;

    [Fact]
    public async Task A_coordinator_uploads_a_table_checks_it_imports_it_and_takes_it_back()
    {
        await using var office = await chromium.Desktop(product.Host);
        var page = await office.NewPageAsync();
        await page.GotoAsync(Coordinator().Match(product.Host.Output).Groups[1].Value);
        await page.ClickAsync("[data-action=sign-in]");
        await page.WaitForURLAsync("**/console");

        await page.GotoAsync("/console/import");
        await Looked(page, "import-1-file");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = Table() });
        await page.ClickAsync("[data-action=upload]");
        await page.WaitForURLAsync("**/console/import/*");
        await Looked(page, "import-2-columns");
        Assert.Equal(20, await page.Locator("tr[data-row]").CountAsync());
        Assert.Equal("body", await page.Locator("#Meaning_4_").InputValueAsync());

        await page.ClickAsync("[data-action=check]");
        await page.Locator("[data-state=checked]").WaitForAsync();
        await Looked(page, "import-3-checked");
        Assert.Equal(1, await page.Locator("tr[data-fault]").CountAsync());

        await page.ClickAsync("[data-action=run]");
        await page.Locator("[data-state=done]").WaitForAsync();
        await Looked(page, "import-4-done");
        await page.GotoAsync("/console/backlog");
        await Looked(page, "import-5-backlog");
        Assert.Equal(50, await page.GetByText("小区东门路灯不亮").CountAsync());

        await page.GotoAsync("/console/import");
        await page.Locator("tbody a").First.ClickAsync();
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-action=faults]"));
        Assert.EndsWith("-errors.csv", sheet.SuggestedFilename, StringComparison.Ordinal);
        await page.ClickAsync("[data-action=ask-undo]");
        await Looked(page, "import-6-undo");
        await page.ClickAsync("[data-action=undo]");
        await page.Locator("[data-state=undone]").WaitForAsync();
        await Looked(page, "import-7-undone");
        await page.GotoAsync("/console/backlog");
        Assert.Equal(0, await page.GetByText("小区东门路灯不亮").CountAsync());
    }

    private static byte[] Table()
    {
        var table = new StringBuilder("留言编号,留言用户,留言主题,留言时间,留言详情,点赞数\n");
        for (var n = 1; n <= Rows; n++)
        {
            table.Append($"B{n:D4},U{n},小区东门路灯不亮 {n},2019/3/{1 + (n % 28)} 10:30:00,晚上看不见台阶，请派人来修。,{n % 7}\n");
        }

        return Encoding.UTF8.GetBytes(table + "B9999,U,日期分不清,03/04/2019,哪一天说不准。,0\n");
    }

    private static async Task Looked(IPage page, string name)
    {
        await page.MustBeAccessible();
        await page.MustFitTheWidth();
        await page.Picture(name);
        await page.SetViewportSizeAsync(360, 780);
        await page.MustFitTheWidth();
        await page.Picture(name + "-360");
        await page.SetViewportSizeAsync(1366, 768);
    }

    [GeneratedRegex("(?:Coordinator|协调员).*\n +(http[^ \n\r]+/sign-in/setup/[^ \n\r]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Coordinator();
}
