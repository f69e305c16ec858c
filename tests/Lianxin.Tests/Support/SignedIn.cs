using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;

namespace Lianxin.Tests.Support;

/// <summary>Browsers of officers of the test town, and the pages of matters they open.</summary>
internal static class SignedIn
{
    /// <summary>A browser that the officer has signed in with, by a one-time link.</summary>
    internal static async Task<Browser> As(this TestApp app, string officer)
    {
        var who = await app.Given.Officer(officer);
        var link = await app.Get<OfficerAccount>().MakeLink(who.Id!.Value, LinkKind.SignIn, Actor.System(Via.Cli));
        var browser = app.Browser();
        await browser.Open($"/sign-in/setup/{link}");
        return await browser.Press("sign-in");
    }

    /// <summary>The address of a matter in the console.</summary>
    internal static string Page(this MatterReceipt receipt) => $"/console/matters/{new MatterNumber(receipt.Number).Digits}";

    /// <summary>The matter's row as it stands.</summary>
    internal static async Task<Matter> Row(this TestApp app, MatterReceipt receipt)
    {
        await using var db = app.Read();
        return db.Matters.Single(m => m.Number == receipt.Number);
    }

    /// <summary>The titles of the thread as the page shows them, oldest first.</summary>
    internal static IReadOnlyList<string> Thread(this Browser browser) =>
        [.. browser.Page.QuerySelectorAll(".lx-thread .lx-hand-done .lx-hand-title").Select(t => t.TextContent)];

    /// <summary>Asserts that the thread's last item says that.</summary>
    internal static void LastSaid(this Browser browser, string words) =>
        Assert.True(browser.Thread().TakeLast(3).Any(t => t.Contains(words, StringComparison.Ordinal)), $"{browser.At} {browser.Status}: {string.Join(" | ", browser.Thread())} {browser.Page.QuerySelector(".lx-summary")?.TextContent}");
}
