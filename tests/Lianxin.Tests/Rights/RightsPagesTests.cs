using System.IO.Compression;
using System.Net;
using System.Text;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Tests.Console;
using Lianxin.Tests.Portal;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Rights;

/// <summary>A person sees, takes away, corrects and asks to erase the own data, button by button, without script (个人信息保护法 art. 44-50).</summary>
public sealed class RightsPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_alone_shows_no_contact_the_number_on_record_does_and_every_look_is_recorded()
    {
        var number = await Closing.Ended(app, "桥头的栏杆松了");
        var browser = await app.Browser().Open(await Closing.LinkOf(app, number));
        await browser.Follow("data");
        Assert.DoesNotContain("测试住户", browser.Text, StringComparison.Ordinal);
        await browser.Press("identify", ("Phone", "13800135522"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("identify", ("Phone", "一二三"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        var before = await Looks(number);
        await browser.Press("identify", ("Phone", "138 0013 5521"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(Closing.Phone, browser.Page.QuerySelector("[data-contact=phone]")!.TextContent);
        Assert.Contains("测试住户", browser.Text, StringComparison.Ordinal);
        Assert.Contains("桥头的栏杆松了", browser.Text, StringComparison.Ordinal);
        Assert.Contains("上门前打电话给住户", browser.Page.QuerySelector("[data-looks]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, await Looks(number));
        app.Clock.Move(TimeSpan.FromMinutes(16));
        await browser.Open(browser.At.AbsolutePath);
        Assert.DoesNotContain("测试住户", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_numbers_close_the_question_for_a_quarter_of_an_hour_even_to_the_right_one()
    {
        var receipt = await app.Given.Matter();
        var browser = await app.Browser().Open("/r/" + receipt.Link + "/data");
        for (var i = 0; i < 5; i++)
        {
            await browser.Press("identify", ("Phone", $"1380013553{i}"));
        }

        await browser.Press("identify", ("Phone", Closing.Phone));
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        app.Clock.Move(TimeSpan.FromMinutes(16));
        await browser.Open("/r/" + receipt.Link + "/data");
        await browser.Press("identify", ("Phone", Closing.Phone));
        Assert.NotNull(browser.Page.QuerySelector("[data-contact=phone]"));
    }

    [Fact]
    public async Task Another_matters_check_opens_nothing_and_without_a_phone_a_window_is_named()
    {
        var (one, other, none) = (await app.Given.Matter(), await app.Given.Matter(), await app.Given.Matter(phone: null));
        var browser = await Known("/r/" + one.Link);
        foreach (var part in new[] { "/data/correct", "/data/consent", "/data/erase", "/data/copy" })
        {
            await browser.Open("/r/" + other.Link + part);
            Assert.EndsWith("/data", browser.At.AbsolutePath, StringComparison.Ordinal);
            Assert.NotNull(browser.Page.QuerySelector("input[name=Phone]"));
        }

        await browser.Open("/r/" + none.Link + "/data");
        Assert.NotNull(browser.Page.QuerySelector("[data-window]"));
        Assert.Null(browser.Page.QuerySelector("input[name=Phone]"));
    }

    [Fact]
    public async Task By_number_and_code_it_is_the_same()
    {
        var receipt = await app.Given.Matter();
        var browser = await app.Browser().Open("/track");
        await browser.Press("track", ("Number", new MatterNumber(receipt.Number).Digits), ("Code", receipt.Code));
        await browser.Follow("data");
        Assert.Equal("/track/matter/data", browser.At.AbsolutePath);
        await browser.Press("identify", ("Phone", Closing.Phone));
        Assert.NotNull(browser.Page.QuerySelector("[data-contact=phone]"));
        await browser.Follow("erase");
        Assert.Equal("/track/matter/data/erase", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task The_copy_is_a_zip_that_anybody_can_read_and_its_handing_out_is_recorded()
    {
        var number = await Closing.Ended(app, "小区东门<b>门禁</b>坏了");
        var browser = await Known(await Closing.LinkOf(app, number));
        var before = await Looks(number);
        var bytes = await browser.Download("copy");
        Assert.Equal(before + 1, await Looks(number));
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var page = await Text(zip, "index.html");
        Assert.Contains("测试住户", page, StringComparison.Ordinal);
        Assert.Contains("小区东门&lt;b&gt;门禁", page, StringComparison.Ordinal);
        Assert.Contains("我的个人信息", page, StringComparison.Ordinal);
        Assert.Contains("上门前打电话给住户", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains(Closing.Phone, await Text(zip, "data.json"), StringComparison.Ordinal);
        Assert.All(zip.Entries, e => Assert.DoesNotContain(Closing.Phone, e.FullName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_corrected_number_takes_the_place_of_the_former_and_the_entry_holds_neither()
    {
        var receipt = await app.Given.Handled();
        var browser = await Known("/r/" + receipt.Link);
        await browser.Follow("correct");
        Assert.Contains("138****5521", browser.Text, StringComparison.Ordinal);
        await browser.Press("correct");
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press("correct", ("Phone", "12"), ("Name", "测试新名"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("测试新名", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await browser.Press("correct", ("Phone", "13911112222"), ("Name", "测试新名"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("13911112222", browser.Page.QuerySelector("[data-contact=phone]")!.TextContent);
        await using var db = app.Read();
        var vault = app.Get<ContactVault>();
        Assert.True(await vault.Fits(db, receipt.Number, "phone", "13911112222"));
        Assert.False(await vault.Fits(db, receipt.Number, "phone", Closing.Phone));
        var entry = Encoding.UTF8.GetString((await db.FactEntries.Where(e => e.Matter == receipt.Number).OrderByDescending(e => e.Cn).FirstAsync(Stop)).Bytes);
        Assert.Contains("contact.corrected", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("1391111", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("测试新名", entry, StringComparison.Ordinal);
        Assert.Equal(0, (await app.Get<Rebuild>().Check(new RebuildSettings(), Stop)).FindingCount);
    }

    [Fact]
    public async Task Consent_taken_back_hides_the_contact_from_every_officer_until_the_person_gives_one_again()
    {
        var receipt = await app.Given.Handled();
        var browser = await Known("/r/" + receipt.Link);
        await browser.Follow("consent");
        await browser.Press("consent");
        Assert.NotNull(browser.Page.QuerySelector("[data-withdrawn]"));
        var officer = await app.As("city-lead");
        await officer.Open(receipt.Page());
        Assert.DoesNotContain("138****5521", officer.Text, StringComparison.Ordinal);
        var no = await Assert.ThrowsAsync<RefusedException>(async () => await app.Get<MatterContact>().Look(receipt.Number, "想打电话", await app.Given.Officer("city-lead")));
        Assert.Equal("contact.withdrawn", no.Code);
        await using (var db = app.Read())
        {
            Assert.False((await db.Matters.SingleAsync(m => m.Number == receipt.Number, Stop)).Reachable);
        }

        await browser.Follow("correct");
        await browser.Press("correct", ("Phone", Closing.Phone));
        await officer.Open(receipt.Page());
        Assert.Contains("138****5521", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_asks_two_officers_agree_on_their_pages_and_the_person_reads_that_it_is_gone()
    {
        var number = await Closing.Ended(app, "健身器材的螺丝掉了");
        var link = await Closing.LinkOf(app, number);
        var digits = new MatterNumber(number).Digits;
        var person = await Known(link);
        await person.Follow("erase");
        await person.Press("erase");
        Assert.Equal(HttpStatusCode.BadRequest, person.Status);
        await person.Press("erase", ("Scope", "everything"), ("Ground", "purpose_met"));
        Assert.Equal(HttpStatusCode.Conflict, person.Status);
        Assert.Contains("起才能删除", person.Text, StringComparison.Ordinal);
        await person.Press("erase", ("Scope", "everything"), ("Ground", "unlawful"));
        Assert.Equal("waiting", person.Page.QuerySelector("[data-request]")!.GetAttribute("data-request"));

        var first = await app.As("coordinator");
        await first.Open("/console/erasures");
        Assert.NotNull(first.Page.QuerySelector($"[data-request='{digits}']"));
        await first.Press("agree_erasure");
        Assert.Equal(HttpStatusCode.BadRequest, first.Status);
        await first.Press("agree_erasure", ("Pick", digits));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        var second = await app.As("supervisor");
        await second.Open($"/console/matters/{digits}/agree-erasure");
        Assert.Contains("个人信息保护法第四十七条第四项", second.Text, StringComparison.Ordinal);
        await second.Press("agree_erasure");
        Assert.Equal(1, await app.Get<EraseApproved>().Run(app.Clock.GetUtcNow().UtcDateTime, Stop));

        await person.Open(link);
        Assert.DoesNotContain("健身器材", person.Text, StringComparison.Ordinal);
        Assert.Contains("已依法删除", person.Text, StringComparison.Ordinal);
        await person.Follow("data");
        Assert.NotNull(person.Page.QuerySelector("[data-erased]"));
        await person.Open(link + "/proof");
        Assert.Equal(HttpStatusCode.OK, person.Status);
        foreach (var path in new[] { $"/console/matters/{digits}", "/console/matters?State=all", "/console/erasures?view=done", $"/console/matters/{digits}/contact" })
        {
            await second.Open(path);
            Assert.True(second.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, path);
            Assert.DoesNotContain("健身器材", second.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_refusal_is_read_by_the_person_with_its_reason()
    {
        var number = await Closing.Ended(app, "路牌歪了");
        await Closing.Ask(app, number, ErasureScope.Contact, ErasureGround.PurposeMet);
        var officer = await app.As("supervisor");
        await officer.Open($"/console/matters/{new MatterNumber(number).Digits}/agree-erasure");
        await officer.Follow("refuse_erasure");
        await officer.Press("refuse_erasure");
        Assert.Equal(HttpStatusCode.BadRequest, officer.Status);
        await officer.Press("refuse_erasure", ("Reason", "同一件事正在复查,复查完再删"));
        var person = await app.Browser().Open(await Closing.LinkOf(app, number));
        Assert.Contains("复查完再删", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_at_a_window_needs_the_document_and_opens_from_the_matters_page()
    {
        var number = await Closing.Ended(app, "花坛的砖掉了");
        var browser = await app.As("city-lead");
        await browser.Open($"/console/matters/{new MatterNumber(number).Digits}");
        await browser.Follow("erase");
        await browser.Press("erase", ("Scope", "contact"), ("Ground", "purpose_met"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press("erase", ("Scope", "contact"), ("Ground", "purpose_met"), ("Identified", "true"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await using var db = app.Read();
        Assert.Equal(ErasureOrigin.Window, (await db.ErasureRequests.SingleAsync(r => r.Matter == number, Stop)).Origin);
    }

    [Fact]
    public async Task The_report_says_which_notice_was_shown_and_every_version_can_be_read()
    {
        var (browser, link) = await Resident.Reported(app);
        await using var db = app.Read();
        var number = Resident.NumberOf(browser);
        var bytes = await db.FactEntries.Where(e => e.Matter == number && e.Cn == 1).Select(e => e.Bytes).SingleAsync(Stop);
        Assert.Equal(PrivacyNotices.Current.Version, Assert.IsType<MatterReceived>(app.Journal.Catalogue.Read(EntryReader.Read(bytes))).Notice);
        var known = await Known(link);
        Assert.Equal($"{PrivacyNotices.Current.Version}", known.Page.QuerySelector("[data-notice]")!.GetAttribute("data-notice"));
        await browser.Open("/privacy");
        Assert.Equal($"{PrivacyNotices.Current.Version}", browser.Page.QuerySelector("[data-notice]")!.GetAttribute("data-notice"));
        foreach (var notice in PrivacyNotices.All)
        {
            await browser.Open($"/privacy/{notice.Version}");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }

        await browser.Open("/privacy/99");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        var check = await Resident.ToCheck(app);
        await check.Press("submit", ("Input.Notice", "99"));
        Assert.Equal(HttpStatusCode.BadRequest, check.Status);
    }

    private async Task<Browser> Known(string link)
    {
        var browser = await app.Browser().Open(link + "/data");
        await browser.Press("identify", ("Phone", Closing.Phone));
        Assert.NotNull(browser.Page.QuerySelector("[data-contact=phone]"));
        return browser;
    }

    private async Task<int> Looks(long number)
    {
        await using var db = app.Read();
        return await db.AccessEntries.CountAsync(e => e.Matter == number, Stop);
    }

    private static async Task<string> Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync(Stop);
    }
}
