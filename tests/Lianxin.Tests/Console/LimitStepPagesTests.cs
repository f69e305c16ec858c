using System.Net;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Notifications;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Console;

/// <summary>The steps that move a matter's clock, pressed on their pages, and the page that explains each date.</summary>
public sealed class LimitStepPagesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_unit_lead_extends_once_with_a_reason_and_the_date_explains_itself()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/extend");
        await browser.Press("extend", ("DueOn", "2026-09-12"), ("Why", "weather"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Equal("2026-09-12", browser.Page.QuerySelector("#DueOn")!.GetAttribute("value"));
        Assert.NotNull(browser.Page.QuerySelector("#DueOn-error"));
        await browser.Press("extend", ("DueOn", "2026-09-10"));
        browser.LastSaid("延期");
        Assert.Contains("天气原因无法施工", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("[data-action='extend']"));
        await browser.Follow("why");
        Assert.Contains("2026年9月10日", browser.Text, StringComparison.Ordinal);
        Assert.Contains("由2026年9月4日", browser.Text, StringComparison.Ordinal);
        Assert.Contains("当天不计", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_over_a_holiday_names_the_days_that_do_not_count()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 9, 24);
        var matter = await own.Given.Matter();
        var browser = await own.As("centre-lead");
        await browser.Open(matter.Page() + "/why");
        var skipped = browser.Page.QuerySelectorAll(".lx-day-skipped").Select(d => d.TextContent).ToList();
        Assert.Contains(skipped, d => d.Contains("中秋节", StringComparison.Ordinal));
        Assert.Contains(skipped, d => d.Contains("周末", StringComparison.Ordinal) || d.Contains("国庆节", StringComparison.Ordinal));
        Assert.Equal(5, browser.Page.QuerySelectorAll(".lx-day-counts").Length);
    }

    [Fact]
    public async Task Missing_papers_stop_the_clock_and_their_arrival_lets_it_run_on()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/ask-papers");
        await browser.Press("ask_papers");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.Press("ask_papers", ("Items", "物业合同复印件\n业主身份证明"), ("Where", "一楼3号窗口"));
        browser.LastSaid("一次性告知要补的材料");
        Assert.Contains("物业合同复印件", browser.Text, StringComparison.Ordinal);
        Assert.Contains("待补充", browser.Page.QuerySelector(".lx-tag")!.TextContent, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("[data-action='answer']"));
        await browser.Open(matter.Page() + "/answer");
        Assert.Contains("先登记“材料已补齐”", browser.Text, StringComparison.Ordinal);
        await browser.Open(matter.Page() + "/papers-in");
        await browser.Press("papers_in", ("Note", "两份都齐了。"));
        browser.LastSaid("材料补齐");
    }

    [Fact]
    public async Task A_matter_is_reported_up_and_its_approval_gives_three_days_to_answer()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page() + "/change-kind");
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("input[name=Kind]"), r => r.GetAttribute("value") == "Supplement");
        await browser.Press("change_kind", ("Kind", "ReportUp"), ("Reason", "超出本级权限。"));
        await browser.Open(matter.Page() + "/report-up");
        await browser.Press("report_up", ("Rule", "城市照明管理规定第六条"), ("Days", "7"));
        browser.LastSaid("上报上级");
        await browser.Open(matter.Page() + "/approval");
        await browser.Press("approval", ("DocumentOn", "2026-09-01"), ("Document", "照明批复〔2026〕3号"));
        browser.LastSaid("收到批复");
        Assert.Equal(new DateOnly(2026, 9, 4), (await app.Row(matter)).DueOn);
    }

    [Fact]
    [Trait("row", "LZ-23")]
    public async Task A_silent_superior_is_asked_every_week_from_the_handler_s_own_list_and_the_person_hears_of_it()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 9, 21);
        var receipt = await own.Given.Handled("city", MatterKind.ReportUp);
        var browser = await own.As("city-lead");
        await browser.Open(receipt.Page() + "/report-up");
        await browser.Press("report_up", ("Rule", "违建拆除由区级审批"));
        own.Clock.SetLocal(2026, 9, 27);
        Assert.DoesNotContain(Grouped(receipt.Number), await ToChase(own), StringComparison.Ordinal);
        own.Clock.SetLocal(2026, 9, 28);
        Assert.Contains(Grouped(receipt.Number), await ToChase(own), StringComparison.Ordinal);

        browser = await own.As("city-lead");
        await browser.Open(receipt.Page() + "/chase");
        await browser.Press("chase", ("Words", "正在会签"));
        Assert.Equal((HttpStatusCode.BadRequest, "正在会签"), (browser.Status, browser.Page.QuerySelector("#Words")!.TextContent));
        await browser.Press("chase", ("Whom", "区城管委审批科"));
        browser.LastSaid("催上级");
        Assert.DoesNotContain(Grouped(receipt.Number), await ToChase(own), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 10, 8), (await own.Row(receipt)).ChaseOn);
        await using (var db = own.Read())
        {
            Assert.Contains("notice-chased", await db.Set<Notice>().Where(n => n.Matter == receipt.Number).Select(n => n.Code).ToListAsync(TestContext.Current.CancellationToken));
        }

        // Past the superior's own ten days it is still asked; its word ends that.
        own.Clock.SetLocal(2026, 10, 20);
        Assert.Contains(Grouped(receipt.Number), await ToChase(own), StringComparison.Ordinal);
        browser = await own.As("city-lead");
        await browser.Open(receipt.Page() + "/approval");
        await browser.Press("approval", ("DocumentOn", "2026-10-20"), ("Document", "区批复〔2026〕31号"));
        Assert.Null((await own.Row(receipt)).ChaseOn);
        Assert.Null(browser.Page.QuerySelector("[data-action='chase']"));
        await Matters.Town.AllHold(own);
    }

    [Fact]
    public async Task A_handler_who_is_no_lead_may_not_open_the_extension()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-handler");
        await browser.Open(matter.Page() + "/extend");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    private static string Grouped(long number) => new MatterNumber(number).Grouped;

    // Days pass between the looks: each is a session of its own.
    private static async Task<string> ToChase(TestApp own)
    {
        var browser = await own.As("city-lead");
        await browser.Open("/console?view=chase");
        return browser.Text;
    }
}
