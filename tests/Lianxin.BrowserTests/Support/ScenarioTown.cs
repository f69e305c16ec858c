using System.Globalization;
using Lianxin.BrowserTests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ScenarioTown))]

namespace Lianxin.BrowserTests;

/// <summary>A small demo town, built once a run and copied for each scenario, so that each has a clock of its own.</summary>
public sealed class ScenarioTown : IAsyncLifetime
{
    private static readonly string[] Small = ["--demo", "--matters", "40", "--until", "2026-03-02"];
    private readonly SemaphoreSlim _building = new(1, 1);
    private string? _template;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The product over a fresh town, shown that wall time of Asia/Shanghai.</summary>
    public async Task<ProductHost> Open(DateTime local, ProductDatabase kind = ProductDatabase.Sqlite)
    {
        if (kind == ProductDatabase.Postgres)
        {
            return await ProductHost.StartShown(kind, local, null, Small);
        }

        await _building.WaitAsync();
        try
        {
            _template ??= await Build();
        }
        finally
        {
            _building.Release();
        }

        return await ProductHost.StartShown(kind, local, _template);
    }

    public ValueTask DisposeAsync()
    {
        if (_template is not null)
        {
            Directory.Delete(_template, recursive: true);
        }

        _building.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> Build()
    {
        var kept = Directory.CreateTempSubdirectory("lianxin-town-").FullName;
        // Shown the town's own morning: what is recorded at the true time could not be followed by anything earlier.
        await using var host = await ProductHost.StartShown(ProductDatabase.Sqlite, Scene.At("2026-03-02 00:05"), null, Small);
        await host.End();
        Copy(host.DataFolder, kept);
        return kept;
    }

    internal static void Copy(string from, string to)
    {
        // A socket of the ended server is no file to copy.
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".sock", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>What a scenario does again and again: officers at their desks, a resident on the phone, days going by.</summary>
internal static class Scene
{
    /// <summary>An officer's screen, signed in by a fresh link.</summary>
    internal static async Task<IPage> Officer(this ProductHost host, IBrowserContext office, string code)
    {
        await office.ClearCookiesAsync();
        var page = office.Pages.Count > 0 ? office.Pages[0] : await office.NewPageAsync();
        await page.GotoAsync(await host.Link(code));
        await page.Act("sign-in");
        return page;
    }

    /// <summary>Presses the button, or follows the link, of that action.</summary>
    internal static Task Act(this IPage page, string action) => page.Locator($"button[data-action={action}], a[data-action={action}]").First.ClickAsync();

    /// <summary>Fills a field by its name.</summary>
    internal static Task Type(this IPage page, string field, string value) => page.Locator($"[name='{field}']").First.FillAsync(value);

    /// <summary>Chooses in a list or among choices by its value or its words.</summary>
    internal static async Task Choose(this IPage page, string field, string value)
    {
        var list = page.Locator($"select[name='{field}']");
        if (await list.CountAsync() > 0)
        {
            var byValue = await list.Locator($"option[value='{value}']").CountAsync() > 0;
            await list.SelectOptionAsync(byValue ? new SelectOptionValue { Value = value } : new SelectOptionValue { Label = await LabelWith(list, value) });
            return;
        }

        var id = await page.Locator($"input[name='{field}'][value='{value}']").GetAttributeAsync("id");
        await page.Locator($"label[for='{id}']").ClickAsync();
    }

    /// <summary>The page says this somewhere.</summary>
    internal static Task Says(this IPage page, string words) => Assertions.Expect(page.Locator("#lx-main")).ToContainTextAsync(words);

    /// <summary>Fits its screen, passes the accessibility check, and is kept as a picture.</summary>
    internal static async Task Looked(this IPage page, string name)
    {
        await page.Picture(name);
        await page.MustFitTheWidth();
        await page.MustBeAccessible();
    }

    /// <summary>A report on the phone, from the first page to the receipt; gives the path of the person's own page and the number.</summary>
    internal static async Task<(string Own, string Number)> Report(this IPage phone, string words, string? number = "13800138000")
    {
        await phone.GotoAsync("/");
        await phone.Act("report");
        await phone.Type("Body", words);
        await phone.Act("next");
        await phone.Locator("button[name=place][value='990101001000']").ClickAsync();
        await phone.Locator("button[name=place][value='990101001010']").ClickAsync();
        await phone.WaitForURLAsync(url => url.Contains("/report/alike", StringComparison.Ordinal) || url.Contains("/report/check", StringComparison.Ordinal));
        if (await phone.Locator("[data-action=other]").CountAsync() > 0)
        {
            await phone.Act("other");
        }

        if (number is not null)
        {
            await phone.Type("Input.Phone", number);
        }

        await phone.Act("submit");
        await phone.WaitForURLAsync("**/r/*");
        return (new Uri(phone.Url).AbsolutePath, Digits(await phone.InnerTextAsync(".lx-receipt-number")));
    }

    /// <summary>The reception's head sorts it: category, kind and unit.</summary>
    internal static async Task Sort(this IPage desk, string number, string category, string kind, string unit)
    {
        await desk.GotoAsync($"/console/triage/{number}");
        await desk.Choose("Input.Category", category);
        await desk.Choose("Input.Kind", kind);
        await desk.Choose("Input.Unit", unit);
        await desk.Act("dispatch");
        await desk.WaitForURLAsync("**/console/triage?done=*");
    }

    /// <summary>Takes one step on a matter's own page.</summary>
    internal static async Task Step(this IPage desk, string number, string step, params (string Field, string Value)[] fields)
    {
        await desk.GotoAsync($"/console/matters/{number}/{step}");
        foreach (var (field, value) in fields)
        {
            if (await desk.Locator($"textarea[name='{field}'], input[type=text][name='{field}'], input[type=date][name='{field}']").CountAsync() > 0)
            {
                await desk.Type(field, value);
            }
            else
            {
                await desk.Choose(field, value);
            }
        }

        await desk.Act(step.Replace('-', '_'));
    }

    internal static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    internal static DateTime At(string wallTime) => DateTime.ParseExact(wallTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static async Task<string> LabelWith(ILocator list, string words) =>
        (await list.Locator("option").AllInnerTextsAsync()).First(t => t.Contains(words, StringComparison.Ordinal));
}
