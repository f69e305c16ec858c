using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Lianxin.Tests;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests;

/// <summary>What a test asks of the page it stands on, beside its content.</summary>
public static class PageChecks
{
    /// <summary>Keeps a picture of the whole page as artifacts/screens/NAME.png.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        var path = SourceTree.At($"artifacts/screens/{name}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Fails on every serious or critical violation that axe finds (WCAG 2.2 AA and good practice).</summary>
    public static async Task MustBeAccessible(this IPage page)
    {
        var result = await page.RunAxe();
        var grave = result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe).ToList();
        Assert.True(grave.Count == 0, $"{page.Url}\n{string.Join('\n', grave)}");
    }

    /// <summary>Fails when the page is wider than the window: nobody should scroll sideways to read.</summary>
    public static async Task MustFitTheWidth(this IPage page)
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{page.Url} is {over} px wider than the window.");
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Impact} {violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Select(node => node.Html))}";
}
