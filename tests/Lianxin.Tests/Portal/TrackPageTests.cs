using System.Net;
using Lianxin.Foundation;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Portal;

public sealed class TrackPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Number_and_code_open_the_matter_for_half_an_hour()
    {
        var own = await TestApp.Start();
        await using var ended = own.ConfigureAwait(false);
        var receipt = await own.Given.Matter();
        var browser = await own.Browser().Open("/");
        await browser.Follow("track");
        await browser.Press("track", ("Number", new MatterNumber(receipt.Number).Grouped.Replace(' ', '－')), ("Code", receipt.Code));
        Assert.Equal("/track/matter", browser.At.AbsolutePath);
        Assert.Contains("您反映了问题", browser.Hands(), StringComparison.Ordinal);
        await browser.Press("add", ("Words", "补充一句"));
        Assert.Contains("补充一句", browser.Hands(), StringComparison.Ordinal);
        await browser.Follow("why");
        Assert.Equal("/track/matter/why", browser.At.AbsolutePath);
        own.Clock.Move(TimeSpan.FromMinutes(31));
        await browser.Open("/track/matter");
        Assert.Equal("/track", browser.At.AbsolutePath);
        Assert.Contains("自动关闭", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_code_get_the_same_answer()
    {
        var receipt = await app.Given.Matter();
        var wrongCode = await Try(receipt.Number, Other(receipt.Code));
        var wrongNumber = await Try(MatterNumber.Make(2026, 88_888_888).Value, receipt.Code);
        Assert.Equal(HttpStatusCode.BadRequest, wrongCode.Status);
        Assert.Equal(wrongCode.Status, wrongNumber.Status);
        Assert.Equal(Summary(wrongCode), Summary(wrongNumber));
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_code_waits_and_a_number_that_is_not_there_waits_alike()
    {
        var own = await TestApp.Start();
        await using var ended = own.ConfigureAwait(false);
        var receipt = await own.Given.Matter();
        var none = MatterNumber.Make(2026, 77_777_777).Value;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Try(receipt.Number, Other(receipt.Code), own)).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await Try(none, "000000", own)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Try(receipt.Number, receipt.Code, own)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Try(none, "000000", own)).Status);
        own.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal("/track/matter", (await Try(receipt.Number, receipt.Code, own)).At.AbsolutePath);
    }

    [Fact]
    public async Task What_is_no_number_and_no_code_is_said_beside_its_field()
    {
        var browser = await app.Browser().Open("/track?number=123");
        Assert.Equal("123", browser.Page.QuerySelector("#Number")!.GetAttribute("value"));
        await browser.Press("track", ("Number", "2600 0000 0011"), ("Code", "12"));
        Assert.NotNull(browser.Page.QuerySelector("#Number-error"));
        Assert.NotNull(browser.Page.QuerySelector("#Code-error"));
    }

    [Fact]
    public async Task Without_a_session_the_matters_page_leads_to_the_form()
    {
        Assert.Equal("/track", (await app.Browser().Open("/track/matter")).At.AbsolutePath);
        Assert.Equal("/track", (await app.Browser().Open("/track/matter/withdraw")).At.AbsolutePath);
    }

    private async Task<Browser> Try(long number, string code, TestApp? at = null)
    {
        var browser = await (at ?? app).Browser().Open("/track");
        return await browser.Press("track", ("Number", new MatterNumber(number).Digits), ("Code", code));
    }

    private static string Other(string code) => code == "123456" ? "654321" : "123456";

    private static string Summary(Browser browser) => browser.Page.QuerySelector(".lx-summary")!.TextContent;
}
