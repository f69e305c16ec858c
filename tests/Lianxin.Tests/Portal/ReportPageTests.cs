using System.Net;
using System.Text;
using AngleSharp;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Pictures;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Lianxin.Web.Portal;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Portal;

public sealed class ReportPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("row", "ED-01")]
    public async Task A_resident_reports_without_an_account_and_holds_a_receipt_with_number_code_owner_and_day()
    {
        var (browser, link) = await Resident.Reported(app);
        Assert.StartsWith("/r/", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("群众服务中心", browser.Told("现在谁在办"), StringComparison.Ordinal);
        Assert.Contains("2026年9月8日", browser.Told("答复期限"), StringComparison.Ordinal);
        Assert.Matches("[0-9]{3} [0-9]{3}", browser.Told("查询码"));
        Assert.NotNull(browser.Page.QuerySelector(".lx-receipt-code svg"));

        await using var db = app.Read();
        var number = Resident.NumberOf(browser);
        var matter = await db.Matters.SingleAsync(m => m.Number == number, TestContext.Current.CancellationToken);
        Assert.Equal(("web", TestTown.Community, Given.Category, true), (matter.Channel, matter.Place, matter.Category, matter.Reachable));
        Assert.NotNull(matter.ToldAt);
    }

    [Fact]
    public async Task Words_that_name_a_place_offer_it_first_and_streets_lead_to_their_communities()
    {
        var browser = app.Browser();
        await browser.Open("/report");
        await browser.Press("next", ("Body", "永宁社区的垃圾没人清"));
        Assert.Equal("东桥街道永宁社区", browser.Page.QuerySelector(".lx-places button")!.TextContent);
        await browser.Press(TestTown.Street);
        Assert.Contains("in=" + TestTown.Street, browser.At.Query, StringComparison.Ordinal);
        await browser.Press(TestTown.Community);
        Assert.Equal("/report/check", browser.At.AbsolutePath);
        Assert.Contains("东桥街道永宁社区", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_knows_no_community_writes_where_it_is()
    {
        var browser = app.Browser();
        await browser.Open("/report");
        await browser.Press("next", ("Body", "河边的护栏断了"));
        await browser.Press("skip");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("请填写“具体位置”", browser.Page.QuerySelector("#Spot-error")!.TextContent, StringComparison.Ordinal);
        await browser.Press("skip", ("Spot", "大桥往下第二个路口"));
        await browser.Press("submit");
        Assert.Contains("大桥往下第二个路口", browser.Hands(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emergency_words_point_to_the_phone_before_anything_else()
    {
        var browser = app.Browser();
        await browser.Open("/report");
        await browser.Press("next", ("Body", "三楼着火了,有人昏倒"));
        Assert.Equal("/report/emergency", browser.At.AbsolutePath);
        Assert.Equal(["tel:119", "tel:120"], browser.Page.QuerySelectorAll(".lx-doors a").Select(a => a.GetAttribute("href")));
        await browser.Follow("go-on");
        Assert.Equal("/report/where", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_matter_with_one_receipt()
    {
        var browser = await Resident.ToCheck(app);
        var check = browser.At.PathAndQuery;
        await browser.Press("submit", ("Input.Phone", "13800135522"));
        var link = browser.At.AbsolutePath;
        await browser.Open(check);
        Assert.Equal(link, browser.At.AbsolutePath);

        var drafts = app.Get<ReportDrafts>();
        var token = await drafts.Begin();
        await drafts.Change(token, draft => draft.Body = Resident.Words);
        var input = new SubmitMatter { Body = Resident.Words, Place = TestTown.Community };
        var links = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => drafts.Send(token, input)));
        Assert.Single(links.Distinct());
        await using var db = app.Read();
        var index = app.Get<ContactVault>().IndexOf("link", links[0]);
        Assert.Equal(1, await db.TrackingKeys.CountAsync(k => k.Link == index, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("", "请填写“发生了什么”")]
    [InlineData("   \u200b\u202e ", "请填写“发生了什么”")]
    [InlineData("长", "最多 2000 个字")]
    public async Task Words_that_cannot_be_used_are_said_beside_their_field_and_kept(string typed, string said)
    {
        var text = typed == "长" ? new string('长', 2001) : typed;
        var browser = app.Browser();
        await browser.Open("/report");
        await browser.Press("next", ("Body", text));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains(said, browser.Page.QuerySelector("#Body-error")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("有错误：", browser.Page.Title, StringComparison.Ordinal);
        Assert.Equal(text.Trim(), browser.Page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Html_formulas_control_and_direction_characters_are_words_and_nothing_else_and_rare_characters_stay()
    {
        const string Typed = "<script>alert(1)</script> =1+1 \u202eabc\u0007 𠮷𬬭";
        var browser = await Resident.ToCheck(app, Typed);
        Assert.Contains("<script>alert(1)</script> =1+1 abc 𠮷𬬭", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));
        await browser.Press("submit");
        Assert.Contains("<script>alert(1)</script> =1+1 abc 𠮷𬬭", browser.Hands(), StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_phone_that_is_none_is_refused_on_the_same_page_with_everything_kept()
    {
        var browser = await Resident.ToCheck(app);
        await browser.Press("submit", ("Input.Phone", "12345678"), ("Input.Name", "李<先生>"), ("Input.OnBehalf", "true"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("这个电话号码看不明白", browser.Page.QuerySelector("#Input_Phone-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("12345678", browser.Page.QuerySelector("#Input_Phone")!.GetAttribute("value"));
        Assert.Equal("李<先生>", browser.Page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        await browser.Press("submit", ("Input.Phone", "１３８ ００１３ ８０００"));
        Assert.StartsWith("/r/", browser.At.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photos_are_rebuilt_shown_kept_over_an_error_and_arrive_with_the_matter()
    {
        var browser = app.Browser();
        await browser.Open("/report");
        var photo = JpegSamples.All["Baseline420"];
        await browser.Upload("next", "Upload", [("a.jpg", photo), ("b.png", PngSamples.All.First().Value)], ("Body", ""));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(2, browser.Page.QuerySelectorAll(".lx-shot img").Length);
        await browser.Press("remove-1");
        Assert.Single(browser.Page.QuerySelectorAll(".lx-shot img"));
        await browser.Press("next", ("Body", "永宁社区篮球场的篮筐掉了"));
        await browser.Press(TestTown.Community);
        await browser.Press("submit");
        var shown = browser.Page.QuerySelector(".lx-thread img")!.GetAttribute("src")!;
        var answer = await app.Client().GetAsync(new Uri(shown, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single(), StringComparison.Ordinal);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        var elsewhere = shown.Replace("/photos/", "0/photos/", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(new Uri(elsewhere, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("<html><body>hello", "网页文件")]
    [InlineData("just words", "不是照片")]
    [InlineData("%PDF-1.7", "PDF 不能当照片传")]
    [InlineData("RIFF1234WEBPVP8 ", "WebP 格式")]
    [InlineData("", "是空的")]
    public async Task Files_that_are_no_photos_are_refused_kindly_with_the_words_kept(string content, string said)
    {
        var browser = app.Browser();
        await browser.Open("/report");
        await browser.Upload("next", "Upload", [("photo.jpg", Encoding.UTF8.GetBytes(content))], ("Body", Resident.Words));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains(said, browser.Page.QuerySelector("#Upload-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Resident.Words, browser.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task More_than_six_photos_are_not_taken()
    {
        var browser = app.Browser();
        await browser.Open("/report");
        var photo = PngSamples.All.First().Value;
        await browser.Upload("next", "Upload", [.. Enumerable.Range(0, 7).Select(n => ($"{n}.png", photo))], ("Body", Resident.Words));
        Assert.Contains("最多放 6 张", browser.Text, StringComparison.Ordinal);
        Assert.Equal(6, browser.Page.QuerySelectorAll(".lx-shot img").Length);
    }

    [Fact]
    public async Task A_similar_open_matter_nearby_is_shown_without_anybodys_words_and_may_be_named()
    {
        var first = await app.Given.Matter("永宁社区东门外的健身器材坏了,老人用着害怕,王大妈摔过");
        var browser = app.Browser();
        await browser.Open("/report");
        await browser.Press("next", ("Body", "永宁社区东门的健身器材坏了"));
        await browser.Press(TestTown.Community);
        Assert.Equal("/report/alike", browser.At.AbsolutePath);
        Assert.DoesNotContain("王大妈", browser.Page.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), browser.Page.ToHtml(), StringComparison.Ordinal);
        await browser.Press("same");
        await browser.Press("submit");
        var number = Resident.NumberOf(browser);
        Assert.Contains("健身器材坏了", browser.Hands(), StringComparison.Ordinal);
        await using var db = app.Read();
        var types = await db.FactEntries.Where(e => e.Matter == number).OrderBy(e => e.Cn).Select(e => e.Bytes).ToListAsync(TestContext.Current.CancellationToken);
        var likened = types.Select(bytes => app.Journal.Catalogue.Read(Lianxin.Ledger.EntryReader.Read(bytes))).OfType<MatterLikened>().Single();
        Assert.Equal(first.Number, likened.To);
    }

    [Fact]
    public async Task A_step_whose_draft_is_gone_begins_again_and_says_so()
    {
        var browser = app.Browser();
        await browser.Open("/report/check?d=00000000000000000000000000000000");
        Assert.Equal("/report", browser.At.AbsolutePath);
        Assert.Contains("已经清掉了", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_sent_is_cleared_after_a_day_with_its_photos()
    {
        var own = await TestApp.Start();
        await using var ended = own.ConfigureAwait(false);
        var browser = own.Browser();
        await browser.Open("/report");
        await browser.Upload("next", "Upload", [("a.png", PngSamples.All.First().Value)], ("Body", Resident.Words));
        var files = own.Get<Lianxin.Web.Hosting.DataPlace>().FileFolder;
        Assert.Single(Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories));
        own.Clock.Move(TimeSpan.FromHours(25));
        await own.Get<ClearDrafts>().Run(own.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories));
        await using var db = own.Read();
        Assert.Equal(0, await db.Set<ReportDraft>().CountAsync(TestContext.Current.CancellationToken));
    }
}
