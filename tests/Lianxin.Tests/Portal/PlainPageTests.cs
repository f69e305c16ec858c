using System.Net;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Portal;

public sealed class PlainPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_first_page_has_three_doors_and_the_emergency_numbers()
    {
        var browser = await app.Browser().Open("/");
        Assert.Equal(["/report", "/track", "tel:12345"], browser.Page.QuerySelectorAll(".lx-door").Select(a => a.GetAttribute("href")));
        Assert.Equal(["tel:110", "tel:119", "tel:120", "tel:122"], browser.Page.QuerySelectorAll(".lx-lines a").Select(a => a.GetAttribute("href")));
        Assert.Contains("桩桩有人管", browser.Text, StringComparison.Ordinal);
        Assert.Contains("件件有着落", browser.Text, StringComparison.Ordinal);
        Assert.Contains("事事有回音", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/calculator")]
    [InlineData("/track")]
    [InlineData("/report")]
    [InlineData("/")]
    public async Task Every_page_stands_in_four_languages_with_one_heading_and_labelled_fields(string path)
    {
        foreach (var language in new[] { "zh-Hans", "zh-Hant", "en", "ko" })
        {
            var browser = await app.Browser().Open($"{path}?lang={language}");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Equal(language, browser.Page.DocumentElement.GetAttribute("lang"));
            Assert.Single(browser.Page.QuerySelectorAll("h1"));
            Assert.All(
                browser.Page.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select"),
                field => Assert.NotNull(browser.Page.QuerySelector($"label[for='{field.Id}']")));
        }
    }

    [Fact]
    [Trait("row", "LZ-21")]
    public async Task The_calculator_counts_five_working_days_over_the_national_holiday_and_says_why()
    {
        var browser = await app.Browser().Open("/calculator?From=2026-09-28&Rule=promised");
        var due = browser.Page.QuerySelector(".lx-due-day")!.TextContent;
        Assert.Contains("2026年10月10日", due, StringComparison.Ordinal);
        Assert.Contains("国庆节", browser.Text, StringComparison.Ordinal);
        Assert.Contains("调休上班", browser.Text, StringComparison.Ordinal);
        Assert.Contains("第 5 天", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_notice_is_said_to_be_provisional()
    {
        var browser = await app.Browser().Open("/calculator?From=2026-12-30&Rule=working&Days=10");
        Assert.Contains("这个日期可能会变", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From=never&Rule=promised", "#From-error")]
    [InlineData("From=2200-01-01&Rule=promised", "#From-error")]
    [InlineData("From=&Rule=promised", "#From-error")]
    [InlineData("From=2026-09-01&Rule=working&Days=999", "#Days-error")]
    [InlineData("From=2026-09-01&Rule=working&Days=x", "#Days-error")]
    [InlineData("From=2026-09-01&Rule=nonsense", "#Rule-error")]
    public async Task A_wrong_question_is_said_beside_its_field(string query, string error)
    {
        var browser = await app.Browser().Open("/calculator?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector(error));
    }
}
