using System.Net;
using AngleSharp.Dom;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Matters;

/// <summary>The daily triage list as an officer works through it, without script.</summary>
public sealed class TriagePageTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 9, 1, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_list_is_worked_through_oldest_first_each_matter_by_itself_until_it_is_empty()
    {
        var first = await _app.Given.Matter("永宁社区3栋门口的路灯不亮了，晚上看不见台阶。");
        _app.Clock.Move(TimeSpan.FromMinutes(5));
        var second = await _app.Given.Matter("工地老板拖欠工资三个月了。");
        var browser = await _app.As("centre-lead");
        await browser.Open("/console/triage");
        Assert.Equal([first.Number.ToString(), second.Number.ToString()], browser.Page.QuerySelectorAll("tr[data-number]").Select(r => r.GetAttribute("data-number")!));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("table input[type=checkbox]"), _ => true);

        await browser.Follow(first.Number.ToString());
        Assert.Equal("street-lights", Value(browser, "Input_Category"));
        Assert.Equal((await _app.Given.Unit("city")).ToString(), Value(browser, "Input_Unit"));
        Assert.Contains("2026年9月", browser.Page.QuerySelector("[data-due=Promised]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(browser.Page.QuerySelectorAll("[data-why] li"), li => li.TextContent.Contains("区城市管理局", StringComparison.Ordinal));
        await browser.Press("dispatch");
        Assert.Equal($"/console/triage/{second.Number}", browser.At.AbsolutePath);
        var dispatched = await _app.Row(first.Number);
        Assert.Equal((MatterState.Dispatched, await _app.Given.Unit("city")), (dispatched.State, dispatched.OfferedTo!.Value));

        await browser.Press("keep");
        Assert.Equal("/console/triage", browser.At.AbsolutePath);
        Assert.NotNull(browser.Page.QuerySelector(".lx-empty"));
        Assert.Equal(MatterState.Handling, (await _app.Row(second.Number)).State);
    }

    [Fact]
    [Trait("row", "ED-38")]
    [Trait("row", "LZ-25")]
    public async Task A_category_beyond_the_authority_of_its_unit_is_proposed_as_a_report_upwards_with_the_reason()
    {
        var book = await Book();
        var (category, place) = Beyond(book);
        var receipt = await _app.Get<MatterIntake>().Submit(new SubmitMatter { Body = "楼顶有人搭棚子。", Category = category, Place = place }, Given.Anybody);
        var browser = await _app.As("centre-lead");
        await browser.Open($"/console/triage/{receipt.Number}");
        var proposed = CategoryRouting.Find(category, place, book);
        Assert.Equal(proposed.Kind.ToString(), browser.Page.QuerySelectorAll("input[name='Input.Kind']").Single(r => r.HasAttribute("checked")).GetAttribute("value"));
        Assert.Contains(proposed.Why, step => step.Code == "beyond_authority");
        Assert.Contains(browser.Page.QuerySelectorAll("[data-why] li"), li => li.TextContent.Contains("无权决定", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("row", "ED-38")]
    public async Task A_matter_no_category_fits_is_never_lost_but_stays_in_the_list()
    {
        var receipt = await _app.Given.Matter("我想说两句。");
        var browser = await _app.As("centre-lead");
        await browser.Open($"/console/triage/{receipt.Number}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal((await _app.Given.Unit("centre")).ToString(), Value(browser, "Input_Unit"));
        await browser.Press("propose", ("Input.Category", "street-lights"));
        Assert.Equal((await _app.Given.Unit("city")).ToString(), Value(browser, "Input_Unit"));
        Assert.Equal(MatterState.Registered, (await _app.Row(receipt.Number)).State);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_an_explanation_and_a_second_person_and_names_the_legal_route()
    {
        var receipt = await _app.Given.Matter();
        var reason = (await Book()).Lists.Refusals[0];
        var (browser, lead) = (await _app.As("clerk"), await _app.Given.Officer("centre-lead"));
        await browser.Open($"/console/triage/{receipt.Number}");
        await browser.Press("refuse", ("Input.Explanation", "这件事法院正在审理。"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press("refuse", ("Input.Refusal", reason.Code), ("Input.Second", lead.Id.ToString()!), ("Input.Explanation", ""));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press("refuse", ("Input.Refusal", reason.Code), ("Input.Explanation", "这件事法院正在审理。"), ("Input.Second", ""));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Equal("这件事法院正在审理。", browser.Page.QuerySelector("#Input_Explanation")!.TextContent);
        Assert.Equal(MatterState.Registered, (await _app.Row(receipt.Number)).State);

        await browser.Press("refuse", ("Input.Second", lead.Id.ToString()!));
        var refused = await _app.Row(receipt.Number);
        Assert.Equal(MatterState.Answered, refused.State);
        Assert.EndsWith(reason.RouteText.ZhHans, (await _app.Words(refused.AnswerSeq!.Value, "answer"))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_change_is_shown_and_nothing_typed_is_lost()
    {
        var receipt = await _app.Given.Matter();
        var browser = await _app.As("clerk");
        await browser.Open($"/console/triage/{receipt.Number}");
        await _app.Get<MatterTriage>().Classify(
            new MatterRef(receipt.Number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: true), await _app.Given.Officer("centre-lead"));
        await browser.Press("dispatch", ("Input.Note", "请尽快看看。"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Equal("请尽快看看。", Value(browser, "Input_Note"));
        Assert.Equal(MatterState.Registered, (await _app.Row(receipt.Number)).State);
    }

    [Fact]
    [Trait("row", "QW-20")]
    public async Task An_opinion_is_acknowledged_and_has_no_kind_to_choose()
    {
        var receipt = await _app.Given.Matter("建议在广场多种几棵树。", form: MatterForm.Suggestion);
        var browser = await _app.As("clerk");
        await browser.Open($"/console/triage/{receipt.Number}");
        Assert.Null(browser.Page.QuerySelector("input[name='Input.Kind']"));
        await browser.Press("acknowledge", ("Input.Acknowledgement", "谢谢您的建议，已经转给园林部门参考。"));
        var closed = await _app.Row(receipt.Number);
        Assert.Equal((MatterState.Closed, MatterOutcome.Acknowledged), (closed.State, closed.Outcome!.Value));
    }

    [Fact]
    public async Task Anothers_list_and_matters_do_not_exist()
    {
        var receipt = await _app.Given.Matter();
        var browser = await _app.As("labour-lead");
        await browser.Open("/console/triage");
        Assert.Empty(browser.Page.QuerySelectorAll("tr[data-number]"));
        await browser.Open($"/console/triage/{receipt.Number}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    [Trait("row", "ED-27")]
    public async Task The_same_matter_nearby_is_offered_and_merged_into()
    {
        var master = await _app.Given.Handled();
        var other = await _app.Given.Matter("永宁社区3栋门口路灯坏了，请快修。");
        var browser = await _app.As("centre-lead");
        await browser.Open($"/console/triage/{other.Number}");
        Assert.Contains(new MatterNumber(master.Number).Grouped, browser.Page.QuerySelector("[data-similar]")!.TextContent.Replace('\u00a0', ' ').Replace('\u2009', ' '), StringComparison.Ordinal);
        await browser.Press("merge", ("Input.Master", new MatterNumber(master.Number).Grouped));
        Assert.Equal(master.Number, (await _app.Row(other.Number)).Master);
    }

    private async Task<Rulebook> Book()
    {
        await using var db = _app.Read();
        return await _app.Get<Rules>().Read(db);
    }

    private static (string Category, string Place) Beyond(Rulebook book) => book.Lists.Leaves
        .Select(c => (c.Code, TestTown.Community))
        .First(c => CategoryRouting.Find(c.Code, c.Community, book) is { Kind: MatterKind.ReportUp } route && route.Why.Any(s => s.Code == "beyond_authority"));

    private static string? Value(Browser browser, string id) => browser.Page.GetElementById(id) switch
    {
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value,
        AngleSharp.Html.Dom.IHtmlInputElement input => input.Value,
        { } element => element.TextContent,
        null => null,
    };
}
