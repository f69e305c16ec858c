using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests.Look;

public sealed class LookTests(LookBrowser browser) : IClassFixture<LookBrowser>
{
    private static readonly string[] Paths =
        ["/styleguide", "/styleguide?state=errors", "/styleguide?frame=console", "/error/403", "/error/404", "/error/500"];

    public static MatrixTheoryData<string, string> PathsAndModes => new(Paths, ["standard", "senior", "largest"]);

    [Theory, MemberData(nameof(PathsAndModes))]
    public async Task No_page_is_wider_than_a_small_phone_or_an_office_screen(string path, string mode)
    {
        foreach (var width in new[] { 320, 768, 1366 })
        {
            var page = await browser.Open(With(path, mode), width);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{path} at {width} px is {over} px too wide.");
            await page.Context.CloseAsync();
        }
    }

    [Theory, MemberData(nameof(PathsAndModes))]
    public async Task The_accessibility_checker_finds_nothing(string path, string mode)
    {
        var page = await browser.Open(With(path, mode), 360);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(rule => rule.Nodes, (rule, node) => $"{rule.Id}: {node.Html}"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("standard", 44)]
    [InlineData("senior", 60)]
    [InlineData("largest", 60)]
    public async Task What_one_presses_is_large_enough(string mode, int least)
    {
        const string Small = """
            least => [...document.querySelectorAll('button,.lx-btn,.lx-pill,.lx-footer-links a,.lx-choice-label,select,input[type=text],input[type=tel],input[type=date]')]
              .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < least - 0.5).map(e => e.outerHTML)
            """;
        var page = await browser.Open(With("/styleguide", mode), 360);
        Assert.Empty(await page.EvaluateAsync<string[]>(Small, least));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_console_is_worked_by_keys_that_leave_typing_alone()
    {
        var page = await browser.Open("/styleguide?frame=console");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#lx-sheet")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#lx-sheet")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator(".lx-row-now input")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".lx-bulk-count")).ToHaveTextAsync("已选 1 件");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("jx?n");
        await Assertions.Expect(page.Locator("#lx-search")).ToHaveValueAsync("jx?n");
        await Assertions.Expect(page.Locator("#lx-sheet")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Letters_can_be_turned_off()
    {
        var page = await browser.Open("/styleguide?frame=console");
        await page.Keyboard.PressAsync("?");
        await page.ClickAsync("#lx-sheet [data-action=letters]");
        await page.GotoAsync(page.Url);
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#lx-sheet")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_error_summary_takes_focus_and_leads_to_its_field()
    {
        var page = await browser.Open("/styleguide?state=errors");
        await Assertions.Expect(page.Locator(".lx-summary")).ToBeFocusedAsync();
        await page.ClickAsync(".lx-summary a[href='#Input_Phone']");
        await Assertions.Expect(page.Locator("#Input_Phone")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_size_is_changed_and_the_page_comes_back()
    {
        var page = await browser.Open("/styleguide?state=errors", 360, script: false);
        await page.ClickAsync("a[href^='/look?mode=senior']");
        Assert.EndsWith("/styleguide?state=errors", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("lx-root lx-senior");
        await page.Context.CloseAsync();
    }

    private static string With(string path, string mode) => $"{path}{(path.Contains('?') ? '&' : '?')}mode={mode}&lang=zh-Hans";
}
