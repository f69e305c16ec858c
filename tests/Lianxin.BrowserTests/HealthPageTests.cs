namespace Lianxin.BrowserTests;

public sealed class HealthPageTests(ChromiumBrowser chromium)
{
    [Theory]
    [InlineData(ProductDatabase.Sqlite)]
    [InlineData(ProductDatabase.Postgres)]
    public async Task The_published_product_answers_a_phone_and_a_desktop(ProductDatabase database)
    {
        await using var product = await ProductHost.Start(database);
        await using var phone = await chromium.Phone(product);
        await using var desktop = await chromium.Desktop(product);
        foreach (var context in new[] { phone, desktop })
        {
            var page = await context.NewPageAsync();
            var answer = await page.GotoAsync("/healthz");
            Assert.Equal(200, answer!.Status);
            Assert.Equal("ok", await page.InnerTextAsync("body"));
        }
    }

    [Fact]
    public async Task A_phone_without_script_runs_none()
    {
        await using var product = await ProductHost.Start(ProductDatabase.Sqlite);
        await using var phone = await chromium.PhoneWithoutScript(product);
        var page = await phone.NewPageAsync();
        await page.SetContentAsync("<p id=said>before</p><script>said.textContent = 'after'</script>");
        Assert.Equal("before", await page.InnerTextAsync("#said"));
    }

    [Fact]
    public async Task The_accessibility_check_names_a_planted_fault()
    {
        await using var product = await ProductHost.Start(ProductDatabase.Sqlite);
        await using var desktop = await chromium.Desktop(product);
        var page = await desktop.NewPageAsync();
        await page.SetContentAsync("<html lang=zh><title>t</title><main><h1>h</h1><input></main></html>");
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(page.MustBeAccessible);
        Assert.Contains("critical label", failure.Message, StringComparison.Ordinal);
        await page.SetContentAsync("<html lang=zh><title>t</title><main><h1>h</h1><label>名 <input></label></main></html>");
        await page.MustBeAccessible();
    }

    [Fact]
    public async Task The_width_check_names_a_page_that_is_too_wide()
    {
        await using var product = await ProductHost.Start(ProductDatabase.Sqlite);
        await using var phone = await chromium.Phone(product);
        var page = await phone.NewPageAsync();
        await page.SetContentAsync("<meta name=viewport content='width=device-width'><div style='width:500px'>wide</div>");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(page.MustFitTheWidth);
        await page.SetContentAsync("<meta name=viewport content='width=device-width'><div>路灯不亮</div>");
        await page.MustFitTheWidth();
        await page.Picture("support-chinese-text");
    }
}
