using System.Text.RegularExpressions;
using Lianxin.People;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests.SignIn;

public sealed partial class PasskeyJourneyTests(ChromiumBrowser chromium)
{
    private const string Password = "春江水暖-Duck-2417";

    [Theory]
    [InlineData(ProductDatabase.Sqlite)]
    [InlineData(ProductDatabase.Postgres)]
    public async Task From_the_one_time_link_to_a_passkey_that_signs_in_and_is_removed(ProductDatabase kind)
    {
        await using var product = await ProductHost.Start(kind);
        await using var desk = await chromium.Desktop(product);
        var page = await desk.NewPageAsync();
        await SetUp(page, SetUpLink().Match(product.Output).Value);
        await WithAuthenticator(desk, page);

        await page.Locator("[data-action=add-passkey]").ClickAsync();
        await page.Locator("#Name").FillAsync("办公电脑");
        await page.Locator("#Current").FillAsync(Password);
        await Looked(page, "passkey-1-name");
        await page.Locator("[data-action=begin]").ClickAsync();
        await Looked(page, "passkey-2-make");
        await page.Locator("[data-action=passkey]").ClickAsync();
        await page.WaitForURLAsync("**/console/account?done=passkey");
        await Looked(page, "passkey-3-account");

        await SignOut(page);
        Assert.False(await page.Locator("[data-lx-passkey-failed]").IsVisibleAsync());
        await Looked(page, "passkey-4-sign-in");
        await page.Locator("[data-action=passkey]").ClickAsync();
        await page.WaitForURLAsync("**/console");

        await page.GotoAsync("/console/account");
        await page.Locator("[data-action=remove-passkey]").ClickAsync();
        await Looked(page, "passkey-5-remove");
        await page.Locator("[data-action=remove]").ClickAsync();
        await page.WaitForURLAsync("**/console/account?done=passkey_removed");
        await SignOut(page);
        await page.Locator("[data-action=passkey]").ClickAsync();
        await page.Locator(".lx-summary").WaitForAsync();
        Assert.EndsWith("/sign-in?handler=Passkey", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_button_is_not_there()
    {
        await using var product = await ProductHost.Start(ProductDatabase.Sqlite);
        await using var phone = await chromium.PhoneWithoutScript(product);
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/sign-in");
        Assert.Equal(1, await page.Locator("[data-action=passkey]").CountAsync());
        Assert.False(await page.Locator("[data-action=passkey]").IsVisibleAsync());
        Assert.True(await page.Locator("[data-action=next]").IsVisibleAsync());
    }

    private static async Task SetUp(IPage page, string link)
    {
        await page.GotoAsync(link);
        var secret = FromBase32((await page.InnerTextAsync("p.lx-num")).Replace(" ", "", StringComparison.Ordinal));
        await page.Locator("#Password").FillAsync(Password);
        await page.Locator("#Code").FillAsync(Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await page.Locator("[data-action=set-up]").ClickAsync();
        await page.WaitForURLAsync("**/console");
        await page.GotoAsync("/console/account");
    }

    private static async Task WithAuthenticator(IBrowserContext context, IPage page)
    {
        var protocol = await context.NewCDPSessionAsync(page);
        await protocol.SendAsync("WebAuthn.enable");
        await protocol.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task SignOut(IPage page)
    {
        await page.GotoAsync("/sign-out");
        await page.Locator("[data-action=sign-out]").ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
    }

    private static async Task Looked(IPage page, string name)
    {
        await page.Picture(name);
        await page.MustBeAccessible();
        await page.SetViewportSizeAsync(360, 780);
        await page.MustFitTheWidth();
        await page.Picture(name + "-360");
        await page.SetViewportSizeAsync(1366, 768);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    [GeneratedRegex("http://localhost:[0-9]+/sign-in/setup/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex SetUpLink();
}
