using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Portal;

/// <summary>The ways a resident goes, button by button, without script.</summary>
internal static class Resident
{
    internal const string Words = "永宁社区3栋门口的路灯不亮,晚上看不见台阶。";

    /// <summary>From the first page to the check of a report about a place of the test town.</summary>
    internal static async Task<Browser> ToCheck(TestApp app, string words = Words)
    {
        var browser = app.Browser();
        await browser.Open("/");
        await browser.Follow("report");
        await browser.Press("next", ("Body", words));
        await browser.Press(TestTown.Street);
        await browser.Press(TestTown.Community);
        return browser.At.AbsolutePath == "/report/alike" ? await browser.Press("other") : browser;
    }

    /// <summary>On to the receipt; gives the receipt's link.</summary>
    internal static async Task<(Browser Browser, string Link)> Reported(TestApp app, string phone = "13800135521")
    {
        var browser = await ToCheck(app);
        await browser.Press("submit", ("Input.Phone", phone));
        return (browser, browser.At.AbsolutePath);
    }

    internal static string Told(this Browser browser, string label) => browser.Page.QuerySelectorAll(".lx-receipt .lx-answer")
        .First(answer => answer.QuerySelector("dt")!.TextContent == label).QuerySelector("dd")!.TextContent;

    internal static string Hands(this Browser browser) => browser.Page.QuerySelector(".lx-thread")!.TextContent;

    internal static long NumberOf(Browser browser) =>
        MatterNumber.TryParse(new string([.. browser.Page.QuerySelector(".lx-receipt-number")!.TextContent.Where(char.IsAsciiDigit)]), out var number)
            ? number.Value
            : throw new InvalidOperationException("The receipt shows no number.");

    /// <summary>Triage, acceptance and answer of the matter by the city's department.</summary>
    internal static async Task Answer(TestApp app, long number, string words = "灯已修好,换了灯泡和线路。")
    {
        await app.Get<MatterTriage>().ClassifyAndDispatch(
            new MatterRef(number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: false), await app.Given.Unit("city"), "内部:先看现场", await app.Given.Officer("centre-lead"));
        await app.Get<MatterHandling>().Accept(new MatterRef(number), null, await app.Given.Officer("city-lead"));
        await app.Get<MatterAnswers>().Answer(new MatterRef(number), new AnswerMatter(MatterOutcome.Solved, words), await app.Given.Officer("city-lead"));
    }
}
