using System.Text.RegularExpressions;
using Lianxin.BrowserTests.Portal;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests.Console;

/// <summary>The console by keyboard alone, in a real browser over the demo town.</summary>
public sealed class KeyboardTests(ChromiumBrowser chromium, DemoProduct product)
{
    private const string List = "/console?view=handling&whose=unit";

    private static string? _session;

    [Fact]
    public async Task A_list_is_walked_ticked_and_opened_and_the_pane_follows()
    {
        await using var context = await Desk();
        var page = await context.NewPageAsync();
        await page.GotoAsync(List);
        var (first, third) = (await Number(page, 0), await Number(page, 2));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Shift+X");
        await Assertions.Expect(page.Locator("[data-lx-ticked]")).ToHaveTextAsync("已选 3 件");
        await Assertions.Expect(page.Locator(".lx-bulk-skipped")).ToContainTextAsync("签收 0 件，跳过 3 件");
        await page.Picture("console-list-ticked");
        await page.Keyboard.PressAsync("Control+a");
        Assert.DoesNotContain("已选 3 件", await page.InnerTextAsync("[data-lx-ticked]"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(page.Locator("[data-lx-status]")).ToContainTextAsync(third);

        await page.GotoAsync(List + "&at=" + first.Replace(" ", "", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".lx-pane")).ToContainTextAsync(first);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".lx-pane")).ToContainTextAsync(third);
        await page.Picture("console-list-pane");
        await page.MustBeAccessible();
        Assert.Contains("at=" + third.Replace(" ", "", StringComparison.Ordinal), page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/console/matters/" + third.Replace(" ", "", StringComparison.Ordinal), RegexOptions.NonBacktracking));
        await page.Keyboard.PressAsync("[");
        await page.WaitForURLAsync(url => !url.Contains(third.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        await page.Keyboard.PressAsync("]");
        await page.WaitForURLAsync(new Regex(third.Replace(" ", "", StringComparison.Ordinal), RegexOptions.NonBacktracking));
        await page.Picture("console-matter-in-list");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync(new Regex("/console[?]view=handling", RegexOptions.NonBacktracking));
        await Assertions.Expect(page.Locator(".lx-row-now")).ToContainTextAsync(third);
    }

    [Fact]
    public async Task The_palette_the_sequences_and_the_switch_for_letters()
    {
        await using var context = await Desk();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/console");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("qbsx");
        await Assertions.Expect(page.Locator("#lx-pick [aria-selected=true]")).ToContainTextAsync("全部事项");
        await page.Picture("console-palette");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/console/matters");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("d");
        await page.WaitForURLAsync("**/console");
        await page.Keyboard.PressAsync("?");
        await page.Picture("console-keys");
        await page.Locator("#lx-sheet [data-action=letters]").ClickAsync();
        await page.GotoAsync("/console/matters");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".lx-row-now")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".lx-row-now")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Two_semicolons_bring_a_phrase_and_a_draft_is_there_again()
    {
        await using var context = await Desk();
        var page = await context.NewPageAsync();
        await page.GotoAsync(List);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("r");
        await page.WaitForURLAsync(new Regex("/answer", RegexOptions.NonBacktracking));
        await page.Locator("textarea").First.FocusAsync();
        await page.Keyboard.TypeAsync("您好。；；");
        await page.Keyboard.TypeAsync("让您");
        await Assertions.Expect(page.Locator("#lx-pick [aria-selected=true]")).ToContainTextAsync("让您久等了");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#lx-pick")).ToBeHiddenAsync();
        var words = await page.Locator("textarea").First.InputValueAsync();
        Assert.StartsWith("您好。让您久等了", words, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("[data-action=drop-draft]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("textarea").First).ToHaveValueAsync(words);
        await page.Picture("console-draft");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".lx-summary")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/matters")]
    [InlineData("/console/matters/print?list=all")]
    [InlineData("/console/go")]
    [InlineData("/console/phrases")]
    [InlineData("/console/drafts")]
    [InlineData("/console/opinion")]
    [InlineData("/console/account")]
    public async Task Every_new_page_fits_phone_and_desk_and_passes_the_accessibility_check(string path)
    {
        await using var context = await Desk();
        var page = await context.NewPageAsync();
        var name = "console-page" + path.Split('?')[0].Replace('/', '-');
        foreach (var width in new[] { 1366, 360 })
        {
            await page.SetViewportSizeAsync(width, 768);
            await page.GotoAsync(path);
            await page.Picture($"{name}-{width}");
            await page.MustFitTheWidth();
            await page.MustBeAccessible();
        }
    }

    private static async Task<string> Number(IPage page, int row) => (await page.Locator("td.lx-cell-no a.lx-num").Nth(row).InnerTextAsync()).Trim();

    // The link signs in once; the others go on with its session.
    private async Task<IBrowserContext> Desk()
    {
        var context = await chromium.Desktop(product.Host);
        if (_session is null)
        {
            var lines = product.Host.Output.Split('\n');
            var at = Array.FindIndex(lines, line => line.Contains("zhao.an", StringComparison.Ordinal));
            var page = await context.NewPageAsync();
            await page.GotoAsync(lines[at + 1].Trim());
            await page.Locator("main button").First.ClickAsync();
            await page.WaitForURLAsync("**/console");
            _session = (await context.CookiesAsync()).Single(c => c.Name == "lx-session").Value;
            await page.CloseAsync();
        }
        else
        {
            await context.AddCookiesAsync([new Cookie { Name = "lx-session", Value = _session, Url = product.Host.Address.ToString() }]);
        }

        return context;
    }
}
