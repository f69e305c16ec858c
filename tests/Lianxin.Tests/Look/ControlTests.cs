using AngleSharp.Dom;
using Lianxin.Web.Controls;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Tests.Look;

public sealed class ControlTests
{
    private const string Nasty = "<b onclick=\"x\">";

    private static readonly PageWords T = new();

    public ControlTests() => Rendered.View();

    [Fact]
    public async Task The_summary_links_each_error_to_its_field_and_takes_focus()
    {
        var view = Rendered.View(("Input.Place", "", "请填写地点。"), ("", "", "页面放得太久。"), ("Input.Words", "", Nasty));
        await Rendered.Html(new TextField(T).For(view, "Input.Words", null));
        await Rendered.Html(new TextField(T).For(view, "Input.Place", null));
        var body = await Rendered.Element(new ErrorSummary(T) { ViewContext = view });
        var box = body.QuerySelector("[role=alert]")!;
        Assert.Equal("-1", box.GetAttribute("tabindex"));
        Assert.True(box.HasAttribute("autofocus"));
        Assert.Equal(["页面放得太久。", Nasty, "请填写地点。"], box.QuerySelectorAll("li").Select(line => line.TextContent));
        Assert.Equal(["#Input_Words", "#Input_Place"], box.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_summary_follows_the_order_of_fields_written_after_it()
    {
        var view = Rendered.View(("A", "", "甲错了。"), ("B", "", "乙错了。"));
        var summary = new ErrorSummary(T) { ViewContext = view };
        var output = new TagHelperOutput("lx-error-summary", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        summary.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        await Rendered.Html(new TextField(T).For(view, "B", null));
        await Rendered.Html(new TextField(T).For(view, "A", null));
        await using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        Assert.True(writer.ToString().IndexOf("乙错了", StringComparison.Ordinal) < writer.ToString().IndexOf("甲错了", StringComparison.Ordinal));
        Assert.Contains("乙错了", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_wrong_writes_no_summary()
    {
        Assert.Equal("", await Rendered.Html(new ErrorSummary(T) { ViewContext = Rendered.View() }));
    }

    [Fact]
    public async Task A_button_sends_its_form_and_tells_what_it_says_meanwhile()
    {
        var button = (await Rendered.Element(new Button(T) { Shortcut = "S" }, "签收", ("name", "act"), ("value", "accept"))).QuerySelector("button")!;
        Assert.Equal("submit", button.GetAttribute("type"));
        Assert.Equal("正在提交…", button.GetAttribute("data-lx-busy"));
        Assert.Equal("S", button.GetAttribute("data-lx-key"));
        Assert.Equal("accept", button.GetAttribute("value"));
        Assert.Equal("true", button.QuerySelector("kbd")!.GetAttribute("aria-hidden"));
    }

    [Fact]
    public async Task A_link_button_is_a_link()
    {
        var link = (await Rendered.Element(new LinkButton { Kind = "primary" }, "下一步", ("href", "/report"))).QuerySelector("a")!;
        Assert.Equal("lx-btn lx-btn-primary", link.ClassName);
        Assert.Equal("下一步", link.TextContent);
    }

    [Fact]
    public async Task The_way_back_has_words_of_its_own()
    {
        Assert.Equal("返回", (await Rendered.Element(new BackLink(T), "", ("href", "/console"))).QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task The_receipt_shows_number_stamp_and_code()
    {
        var control = new Receipt(T) { Number = "260000001873", Stamp = Nasty, Address = "https://example.org/r/abc" };
        var body = await Rendered.Element(control, "里面");
        Assert.Equal("受理编号2600 0000 1873", body.QuerySelector(".lx-receipt-number")!.TextContent);
        Assert.Equal(Nasty, body.QuerySelector(".lx-stamp")!.TextContent);
        Assert.Equal("扫码查看办理进度", body.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.StartsWith("M", body.QuerySelector("svg path")!.GetAttribute("d"), StringComparison.Ordinal);
        Assert.Contains("里面", body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "已完成：", false)]
    [InlineData("now", "现在：", true)]
    [InlineData("next", "接下来：", false)]
    public async Task A_hand_of_the_thread_says_its_state_in_words(string state, string word, bool isCurrent)
    {
        var hand = (await Rendered.Element(new Hand(T) { State = state, Title = Nasty, Note = "今天" })).QuerySelector("li")!;
        Assert.Equal(word + Nasty, hand.QuerySelector(".lx-hand-title")!.TextContent);
        Assert.Equal(isCurrent, hand.GetAttribute("aria-current") == "step");
    }

    [Fact]
    public async Task The_term_bar_says_date_and_rest_in_words()
    {
        var term = (await Rendered.Element(new TermBar { State = "late", Date = "11月20日", Remains = "超期 1 个工作日" })).QuerySelector(".lx-term-late")!;
        Assert.Equal("11月20日超期 1 个工作日", term.TextContent);
    }

    [Fact]
    public async Task Every_state_has_a_word_and_a_colour_the_stylesheet_knows()
    {
        var css = await File.ReadAllTextAsync(Sources.Style, TestContext.Current.CancellationToken);
        foreach (var state in StateTag.States)
        {
            var tag = (await Rendered.Element(new StateTag(T) { State = state })).QuerySelector("span")!;
            Assert.NotEqual("", tag.TextContent);
            Assert.Contains("." + tag.ClassList[1] + "{", css, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_state_nobody_knows_is_not_passed_over()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Rendered.Html(new StateTag(T) { State = "lost" }));
    }

    [Fact]
    public async Task A_remark_keeps_its_words_apart_from_its_markup()
    {
        var body = await Rendered.Element(new Callout { Kind = "warning", Title = Nasty }, "正文");
        Assert.Equal(Nasty, body.QuerySelector(".lx-callout-warning .lx-callout-title")!.TextContent);
        Assert.Contains("正文", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_scrolls_in_a_named_region()
    {
        var html = await Rendered.Html(new DataTable { Caption = "待办", List = true });
        Assert.Contains("role=\"region\" tabindex=\"0\" aria-label=\"待办\"", html, StringComparison.Ordinal);
        Assert.Contains("data-lx-list", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sorted_column_says_so()
    {
        Assert.Contains("aria-sort=\"ascending\"", await Rendered.Html(new SortHead(T) { Href = "/x", Sorted = "ascending" }, "时限"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_is_a_form_whose_address_says_it_all()
    {
        var form = (await Rendered.Element(new FilterBar(T) { Clear = "/console/matters" })).QuerySelector("form")!;
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal("/console/matters", form.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_pager_links_only_where_there_is_a_page()
    {
        var nav = (await Rendered.Element(new Pager(T) { Next = "?after=5", Total = 1240 })).QuerySelector("nav")!;
        Assert.Equal("下一页", Assert.Single(nav.QuerySelectorAll("a[rel=next]")).TextContent);
        Assert.Null(nav.QuerySelector("a[rel=prev]"));
        Assert.Contains("共 1,240 条", nav.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bulk_bar_counts_and_says_what_is_passed_over()
    {
        var body = await Rendered.Element(new BulkBar(T) { Count = 7, Skipped = Nasty }, "按钮");
        Assert.Equal("已选 7 件", body.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(Nasty, body.QuerySelector(".lx-bulk-skipped")!.TextContent);
    }

    [Theory]
    [InlineData("none", "这里还没有内容。")]
    [InlineData("filtered", "没有符合这些条件的内容。")]
    [InlineData("forbidden", "您没有查看这些内容的权限。")]
    public async Task An_empty_list_says_why(string kind, string words)
    {
        Assert.Equal(words, (await Rendered.Element(new EmptyState(T) { Kind = kind })).QuerySelector("p")!.TextContent);
    }

    [Fact]
    public async Task An_empty_list_offers_the_next_step()
    {
        var body = await Rendered.Element(new EmptyState(T) { Kind = "filtered", Href = "/console/matters" });
        Assert.Equal("清除条件 →", body.QuerySelector("a[href='/console/matters']")!.TextContent);
    }

    [Fact]
    public async Task A_changeable_answer_says_what_would_change()
    {
        var body = await Rendered.Element(new Answer(T) { Label = "地点", Change = "/report/place" }, Nasty);
        Assert.Equal("更改地点", body.QuerySelector("a")!.TextContent);
        Assert.Equal(Nasty, body.QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public async Task A_job_says_how_far_it_is()
    {
        var body = await Rendered.Element(new JobProgress(T) { Done = 1240, Total = 8000, Wrong = 3 });
        Assert.Equal("1240", body.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("已处理 1,240 / 8,000", body.TextContent, StringComparison.Ordinal);
        Assert.Contains("有 3 条出错", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_of_unknown_length_shows_no_share()
    {
        Assert.False((await Rendered.Element(new JobProgress(T))).QuerySelector("progress")!.HasAttribute("value"));
    }

    [Fact]
    public async Task The_view_being_shown_is_marked()
    {
        var tab = (await Rendered.Element(new Tab { Current = true, Count = 12 }, "待办", ("href", "/console"))).QuerySelector("a")!;
        Assert.Equal("page", tab.GetAttribute("aria-current"));
        Assert.Equal("待办12", tab.TextContent);
    }

    [Fact]
    public async Task Icons_are_hidden_from_readers_and_an_unknown_one_throws()
    {
        Assert.All(Icon.Names, name => Assert.NotEmpty(name));
        Assert.Contains("aria-hidden=\"true\"", await Rendered.Html(new Icon { Name = "camera" }), StringComparison.Ordinal);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Rendered.Html(new Icon { Name = "unicorn" }));
    }
}
