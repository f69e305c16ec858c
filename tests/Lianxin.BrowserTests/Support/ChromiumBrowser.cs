using Lianxin.BrowserTests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumBrowser))]

namespace Lianxin.BrowserTests;

/// <summary>The machine's own Chromium, started once a run; each test opens a context of its own, as a fresh person.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // A container's /dev/shm is too small for a page with pictures.
        "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("LIANXIN_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = Environment.IsPrivilegedProcess ? [.. Flags, "--no-sandbox"] : Flags,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A small phone: 360 × 780, touch, two device pixels a point.</summary>
    public Task<IBrowserContext> Phone(ProductHost product) => Open(PhoneOptions(product));

    /// <summary>The same phone with script switched off.</summary>
    public Task<IBrowserContext> PhoneWithoutScript(ProductHost product)
    {
        var options = PhoneOptions(product);
        options.JavaScriptEnabled = false;
        return Open(options);
    }

    /// <summary>The same phone without any server: pages are opened from files.</summary>
    public Task<IBrowserContext> PhoneWithoutServer() => Open(PhoneOptions(null));

    /// <summary>An office computer: 1366 × 768, mouse and keyboard.</summary>
    public Task<IBrowserContext> Desktop(ProductHost product) => Open(Options(product, 1366, 768));

    private Task<IBrowserContext> Open(BrowserNewContextOptions options) =>
        (_browser ?? throw new InvalidOperationException("The browser has not been started.")).NewContextAsync(options);

    private static BrowserNewContextOptions PhoneOptions(ProductHost? product)
    {
        var options = Options(product, 360, 780);
        options.HasTouch = true;
        options.IsMobile = true;
        options.DeviceScaleFactor = 2;
        return options;
    }

    private static BrowserNewContextOptions Options(ProductHost? product, int width, int height) => new()
    {
        BaseURL = product?.Address.ToString(),
        ViewportSize = new ViewportSize { Width = width, Height = height },
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
    };
}
