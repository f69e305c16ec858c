using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Look;

public sealed class LookPagesTests(LookHost host) : IClassFixture<LookHost>
{
    private static readonly string[] Pages =
        ["/styleguide", "/styleguide?state=errors", "/styleguide?frame=console", "/error/400", "/error/403", "/error/404", "/error/500", "/nowhere", "/breaks"];

    public static TheoryData<string> Every => [.. Pages];

    [Theory, MemberData(nameof(Every))]
    public async Task Every_page_has_one_heading_a_title_and_labelled_fields(string path)
    {
        var page = await host.Open(path);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEqual("", page.Title);
        Assert.NotNull(page.QuerySelector("main#lx-main"));
        Assert.NotNull(page.QuerySelector("a.lx-skip[href='#lx-main']"));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]),select,textarea"), field => Assert.True(
            page.QuerySelector($"label[for='{field.Id}']") is not null || field.HasAttribute("aria-label"), field.OuterHtml));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task No_page_has_script_or_style_of_its_own(string path)
    {
        var page = await host.Open(path);
        Assert.All(page.Scripts, script => Assert.NotNull(script.Source));
        Assert.Empty(page.QuerySelectorAll("style,[style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task Every_page_can_be_set_large_and_back(string path)
    {
        var page = await host.Open(path, ("Cookie", "lx-mode=senior"));
        Assert.Contains("lx-senior", page.DocumentElement.ClassList);
        var link = page.QuerySelectorAll("a[href^='/look?mode=standard']").Single();
        using var answer = await host.Client.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(path, answer.Headers.Location!.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("lx-mode=standard", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?lang=ko", "lx-lang=en", "zh-TW", "ko")]
    [InlineData("", "lx-lang=en", "ko", "en")]
    [InlineData("", "", "zh-TW,zh;q=0.8", "zh-Hant")]
    [InlineData("", "", "ko-KR", "ko")]
    [InlineData("", "", "fr", "zh-Hans")]
    [InlineData("?lang=xx", "", "en-US", "en")]
    public async Task The_language_is_that_of_address_then_cookie_then_browser(string query, string cookie, string accepts, string language)
    {
        var page = await host.Open("/styleguide" + query, ("Cookie", cookie), ("Accept-Language", accepts));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_choice_in_the_address_is_remembered()
    {
        using var answer = await host.Client.GetAsync(new Uri("/styleguide?mode=senior&lang=ko", UriKind.Relative), TestContext.Current.CancellationToken);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("lx-mode=senior;", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("lx-lang=ko;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a%0d%0aSet-Cookie:x")]
    [InlineData("")]
    public async Task The_switch_never_leads_off_the_site(string back)
    {
        using var answer = await host.Client.GetAsync(new Uri("/look?mode=senior&back=" + back, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Errors_head_the_title_and_stand_beside_their_fields_in_the_same_words()
    {
        var page = await host.Open("/styleguide?state=errors", ("Accept-Language", "zh-CN"));
        Assert.StartsWith("有错误：", page.Title, StringComparison.Ordinal);
        var links = page.QuerySelectorAll(".lx-summary a");
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal("错误：" + link.TextContent,
            page.QuerySelector(link.GetAttribute("href") + "-error")!.TextContent));
        Assert.Equal(page.QuerySelectorAll(".lx-error").Select(error => error.TextContent), links.Select(link => "错误：" + link.TextContent));
    }

    [Theory]
    [InlineData("en", "Enter “Mobile number”.")]
    [InlineData("zh-Hans", "请填写“手机号”。")]
    public async Task The_framework_s_own_checks_speak_our_words(string language, string words)
    {
        var page = await host.Open("/styleguide?state=errors&lang=" + language);
        Assert.Contains(words, page.QuerySelector("#Input_Phone-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task Every_form_that_posts_holds_one_token(string path)
    {
        var forms = (await host.Open(path)).QuerySelectorAll("form[method=post]");
        Assert.All(forms, form => Assert.Single(form.QuerySelectorAll("input[name=__RequestVerificationToken]")));
    }

    [Fact]
    public async Task A_form_sent_with_nothing_in_it_comes_back_with_what_is_wrong()
    {
        using var answer = await host.Send("/styleguide", ("Input.Name", "<甲>"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("<甲>", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".lx-summary a[href='#Input_Phone']"));
    }

    [Fact]
    public async Task A_form_sent_without_its_token_is_refused_with_a_page()
    {
        using var form = new FormUrlEncodedContent([]);
        using var answer = await host.Client.PostAsync(new Uri("/styleguide", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(page.QuerySelector("main a[href='tel:12345']"));
    }

    [Fact]
    public async Task Chinese_is_written_as_Chinese()
    {
        var html = await host.Client.GetStringAsync(new Uri("/styleguide?lang=zh-Hans", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(new Regex("&#x[4-9][0-9A-F]{3};", RegexOptions.NonBacktracking), html);
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/breaks", HttpStatusCode.InternalServerError)]
    [InlineData("/refused", HttpStatusCode.Forbidden)]
    public async Task A_failing_page_keeps_its_status_and_gives_phone_and_reference(string path, HttpStatusCode status)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        var page = await host.Open(path);
        Assert.NotNull(page.QuerySelector("main a[href='tel:12345']"));
        Assert.Matches(new Regex("^[0-9A-Z]{4} [0-9A-Z]{4}$", RegexOptions.NonBacktracking), page.QuerySelector("main .lx-num")!.TextContent);
    }

    [Fact]
    public async Task A_refused_page_says_who_can_grant_it()
    {
        Assert.Contains("<系统管理员>", (await host.Open("/refused")).QuerySelector(".lx-callout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_page_offers_to_follow_a_matter()
    {
        Assert.NotNull((await host.Open("/nowhere")).QuerySelector("form[action='/track'] input[name=number]"));
    }

    [Fact]
    public async Task A_program_asking_for_nothing_gets_no_page()
    {
        Assert.Equal("", await (await host.Client.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), TestContext.Current.CancellationToken))
            .Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/styleguide")]
    [InlineData("/nowhere")]
    [InlineData("/breaks")]
    [InlineData("/css/lianxin.css")]
    [InlineData("/css/console.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(PageHeaders.ContentPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("unsafe", PageHeaders.ContentPolicy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task The_footer_names_the_office_its_codes_and_the_accessibility_statement()
    {
        var footer = (await host.Open("/styleguide?lang=zh-Hans")).QuerySelector("footer")!;
        Assert.All(["主办单位", "网站标识码", "ICP 备案号", "公安备案号"], fact => Assert.Contains(fact, footer.TextContent, StringComparison.Ordinal));
        Assert.NotNull(footer.QuerySelector("a[href='/accessibility']"));
    }
}
