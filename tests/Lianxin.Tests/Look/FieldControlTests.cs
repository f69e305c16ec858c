using AngleSharp.Dom;
using Lianxin.Web.Controls;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Tests.Look;

public sealed class FieldControlTests
{
    private const string Nasty = "<img src=x onerror=alert(1)>\"'&𠮷";

    private static readonly PageWords T = new();

    private static readonly SelectListItem[] Choices = [new("路灯", "1"), new(Nasty, "2"), new("噪声", "3")];

    private static readonly Func<FieldControl>[] Kinds =
    [
        () => new TextField(T), () => new PhoneField(T), () => new DateField(T), () => new TextArea(T) { Limit = 500 },
        () => new SelectField(T) { Items = Choices }, () => new FileField(T), () => new CheckField(T),
    ];

    public static TheoryData<int> Single => [.. Enumerable.Range(0, Kinds.Length)];

    [Theory, MemberData(nameof(Single))]
    public async Task The_label_names_the_control(int kind)
    {
        var control = Made(kind, Rendered.View());
        control.Label = "地点";
        var body = await Rendered.Element(control);
        var input = Input(body);
        Assert.Equal("Input_Place", input.Id);
        Assert.Equal("Input.Place", input.GetAttribute("name"));
        Assert.Equal("地点", body.QuerySelector("label[for=Input_Place]")!.TextContent);
    }

    [Theory, MemberData(nameof(Single))]
    public async Task Hint_and_error_describe_the_control(int kind)
    {
        var control = Made(kind, Rendered.View(("Input.Place", "", "请填写地点。")));
        control.Hint = "写到门牌";
        var body = await Rendered.Element(control);
        var ids = Input(body).GetAttribute("aria-describedby")!.Split(' ');
        Assert.All(ids, id => Assert.NotNull(body.QuerySelector("#" + id)));
        Assert.Contains("Input_Place-hint", ids);
        Assert.Contains("Input_Place-error", ids);
        Assert.Equal("true", Input(body).GetAttribute("aria-invalid"));
        Assert.Equal("错误：请填写地点。", body.QuerySelector(".lx-error")!.TextContent);
        Assert.NotNull(body.QuerySelector(".lx-field-wrong"));
    }

    [Theory, MemberData(nameof(Single))]
    public async Task A_control_with_nothing_wrong_says_nothing_of_errors(int kind)
    {
        var body = await Rendered.Element(Made(kind, Rendered.View()));
        Assert.Null(body.QuerySelector(".lx-error, [aria-invalid], .lx-field-wrong"));
    }

    [Theory, MemberData(nameof(Single))]
    public async Task Label_hint_error_and_value_are_written_as_text(int kind)
    {
        var control = Made(kind, Rendered.View(("Input.Place", Nasty, Nasty)));
        (control.Label, control.Hint) = (Nasty, Nasty);
        var body = await Rendered.Element(control);
        Assert.Null(body.QuerySelector("img"));
        Assert.Contains(Nasty, body.QuerySelector("label[for=Input_Place]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Nasty, body.QuerySelector(".lx-hint[id=Input_Place-hint]")!.TextContent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_was_typed_is_kept_even_when_wrong(int kind)
    {
        var body = await Rendered.Element(Made(kind, Rendered.View(("Input.Place", Nasty, "看不明白。"))));
        Assert.Equal(Nasty, Input(body).GetAttribute("value"));
    }

    [Fact]
    public async Task A_long_text_is_kept_with_its_first_empty_line_and_counted()
    {
        var control = new TextArea(T) { Limit = 500 }.For(Rendered.View(), "Words", "\n第一行\n</textarea><b>");
        var body = await Rendered.Element(control);
        Assert.Equal("\n第一行\n</textarea><b>", Input(body).TextContent);
        Assert.Equal("最多 500 个字", body.QuerySelector("#Words-count")!.TextContent);
        Assert.Equal("Words-count", Input(body).GetAttribute("aria-describedby"));
        Assert.False(Input(body).HasAttribute("maxlength"));
    }

    [Fact]
    public async Task The_page_s_own_attributes_reach_the_input()
    {
        var body = await Rendered.Element(new TextField(T).For(Rendered.View(), "Name", "甲"), "", ("autocomplete", "name"), ("id", "mine"));
        Assert.Equal("name", Input(body).GetAttribute("autocomplete"));
        Assert.Equal("Name", Input(body).Id);
    }

    [Fact]
    public async Task A_day_is_posted_in_one_form_whatever_the_language()
    {
        var body = await Rendered.Element(new DateField(T).For(Rendered.View(), "On", new DateOnly(2026, 3, 9)));
        Assert.Equal("2026-03-09", Input(body).GetAttribute("value"));
    }

    [Fact]
    public async Task A_list_marks_what_was_chosen()
    {
        var body = await Rendered.Element(new SelectField(T) { Items = Choices }.For(Rendered.View(("Topic", "3", null)), "Topic", "1"));
        Assert.Equal("3", Assert.Single(body.QuerySelectorAll("option[selected]")).GetAttribute("value"));
        Assert.Equal("请选择", body.QuerySelector("option")!.TextContent);
    }

    [Fact]
    public async Task Choices_stand_in_a_named_group_whose_first_box_the_summary_can_reach()
    {
        var control = new ChoiceField(T) { Items = Choices, Chips = true }.For(Rendered.View(("Topic", "2", "请选一个。")), "Topic", null);
        control.Label = "哪一类";
        var body = await Rendered.Element(control);
        Assert.Equal("哪一类", body.QuerySelector("fieldset > legend")!.TextContent);
        Assert.Equal(["Topic", "Topic-2", "Topic-3"], body.QuerySelectorAll("input[type=radio][name=Topic]").Select(box => box.Id!));
        Assert.Equal("2", Assert.Single(body.QuerySelectorAll("input[checked]")).GetAttribute("value"));
        Assert.Equal("Topic-error", body.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
        Assert.All(body.QuerySelectorAll("input"), box => Assert.NotNull(body.QuerySelector($"label[for={box.Id}]")));
        Assert.Null(body.QuerySelector("img"));
    }

    [Fact]
    public async Task A_list_property_gives_boxes_and_keeps_every_tick()
    {
        var control = new ChoiceField(T) { Items = Choices }.For(Rendered.View(), "Topics", new[] { "1", "3" });
        var body = await Rendered.Element(control);
        Assert.Equal(["1", "3"], body.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value")!));
    }

    [Theory]
    [InlineData("true,false", true)]
    [InlineData("false", false)]
    public async Task A_box_keeps_its_tick_and_posts_false_when_empty(string typed, bool isOn)
    {
        var body = await Rendered.Element(new CheckField(T).For(Rendered.View(("Hidden", typed, null)), "Hidden", false));
        Assert.Equal(isOn, body.QuerySelector("#Hidden")!.HasAttribute("checked"));
        Assert.Equal("false", body.QuerySelector("input[type=hidden][name=Hidden]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Photos_are_asked_for_as_images_and_may_be_several()
    {
        var body = await Rendered.Element(new FileField(T) { Most = 6 }.For(Rendered.View(), "Photos", null));
        Assert.Equal("image/*", Input(body).GetAttribute("accept"));
        Assert.True(Input(body).HasAttribute("multiple"));
        Assert.Contains("最多 6 张", body.TextContent, StringComparison.Ordinal);
    }

    private static FieldControl Made(int kind, ViewContext view) => Kinds[kind]().For(view, "Input.Place", null);

    private static IElement Input(IElement body) => body.QuerySelector("input:not([type=hidden]),select,textarea")!;
}
