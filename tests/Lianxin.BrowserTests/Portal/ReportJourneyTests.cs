using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lianxin.BrowserTests.Portal;

public sealed partial class ReportJourneyTests(ChromiumBrowser chromium, DemoProduct product)
{
    // One grey pixel.
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private const string Words = "小区东门路灯不亮，晚上看不见台阶";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_first_page_to_the_receipt_on_a_phone_in_nine_taps(bool script)
    {
        await using var phone = await (script ? chromium.Phone(product.Host) : chromium.PhoneWithoutScript(product.Host));
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/");
        await Looked(page, script, "portal-1-door", "/$");
        var taps = 0;
        Task Tap(string what)
        {
            taps++;
            return page.Locator(what).First.TapAsync();
        }

        await Tap("[data-action=report]");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "lamp.png", MimeType = "image/png", Buffer = Dot });
        taps += 2;
        await Tap("#Body");
        await page.Keyboard.TypeAsync(Words);
        await Looked(page, script, "portal-2-words", "/report$");
        await Tap("[data-action=next]");
        await Looked(page, script, "portal-3-where", "/report/where[?]d=[0-9a-f]+$");
        await Tap(".lx-place");
        await Looked(page, script, "portal-4-community", "/report/where[?].*in=[0-9]+$");
        await Tap(".lx-place");
        await page.WaitForURLAsync(AfterPlace());
        if (await page.Locator("[data-action=other]").CountAsync() > 0)
        {
            // One tap more, only where somebody reported the like.
            await page.Locator("[data-action=other]").TapAsync();
        }

        await page.WaitForURLAsync("**/report/check?*");
        await page.Locator("#Input_Phone").FillAsync("13800138000");
        taps++;
        await Looked(page, script, "portal-5-check", "/report/check");
        await Tap("[data-action=submit]");
        await Looked(page, script, "portal-6-receipt", "/r/[0-9a-f]{32}$");
        Assert.Equal(1, await page.Locator(".lx-shot img").CountAsync());
        Assert.Equal(9, taps);

        await Track(page);
        Assert.Contains(Words, await page.InnerTextAsync(".lx-thread"), StringComparison.Ordinal);
        await page.Locator("[data-action=withdraw]").TapAsync();
        await Looked(page, script, "portal-7-withdraw", "/track/matter/withdraw$");
        await page.Locator("button[data-action=withdraw]").TapAsync();
        await Assertions.Expect(page.Locator(".lx-stamp")).ToHaveTextAsync("已办结");
    }

    [Fact]
    public async Task Words_begun_on_the_phone_are_there_again_when_the_page_is_opened_again()
    {
        await using var phone = await chromium.Phone(product.Host);
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/report");
        await page.Locator("#Body").FillAsync(Words);
        await page.GotoAsync("/report");
        await Assertions.Expect(page.Locator("#Body")).ToHaveValueAsync(Words);
        await page.GetByText("清掉重写").TapAsync();
        await page.GotoAsync("/report");
        await Assertions.Expect(page.Locator("#Body")).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/report")]
    [InlineData("/track")]
    [InlineData("/calculator?From=2026-09-28&Rule=promised")]
    [InlineData("/help")]
    [InlineData("/privacy")]
    [InlineData("/accessibility")]
    [InlineData("/ledger")]
    public async Task Every_page_fits_a_phone_in_every_size_and_an_office_screen_and_passes_the_accessibility_check(string path)
    {
        var mark = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var name = "portal-page" + path.Split('?')[0].Replace('/', '-');
        await using var phone = await chromium.Phone(product.Host);
        await using var desktop = await chromium.Desktop(product.Host);
        foreach (var (context, mode) in new[] { (phone, "standard"), (phone, "senior"), (phone, "largest"), (desktop, "standard") })
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{path}{mark}mode={mode}");
            await page.Picture($"{name}-{(context == phone ? "phone" : "desktop")}-{mode}");
            await page.MustFitTheWidth();
            await page.MustBeAccessible();
        }
    }

    private static async Task Looked(IPage page, bool script, string name, string address)
    {
        await page.WaitForURLAsync(new Regex(address, RegexOptions.NonBacktracking));
        await page.MustFitTheWidth();
        if (script)
        {
            await page.Picture(name);
            await page.MustBeAccessible();
        }
    }

    private static async Task Track(IPage page)
    {
        var number = await page.InnerTextAsync(".lx-receipt-number");
        var code = await page.InnerTextAsync(".lx-answer b.lx-num");
        await page.GotoAsync("/track");
        await page.Locator("#Number").FillAsync(Digits().Replace(number, ""));
        await page.Locator("#Code").FillAsync(code);
        await page.Locator("[data-action=track]").TapAsync();
        await page.WaitForURLAsync("**/track/matter");
    }

    [GeneratedRegex("/report/(alike|check)", RegexOptions.NonBacktracking)]
    private static partial Regex AfterPlace();

    [GeneratedRegex("[^0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
