using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>One hand of the thread: done, now or next, said in words too; what happened stands inside.</summary>
[HtmlTargetElement("lx-hand", ParentTag = "lx-thread", Attributes = "state,title")]
public sealed class Hand(PageWords words) : TagHelper
{
    /// <summary>done, now or next.</summary>
    public string State { get; set; } = "done";

    /// <summary>Who or what, in a few words.</summary>
    public string Title { get; set; } = "";

    /// <summary>When and how, under the title.</summary>
    public string? Note { get; set; }

    /// <summary>A reminder beside the title, such as the days left.</summary>
    public string? Tag { get; set; }

    /// <summary>Only colleagues see it.</summary>
    public bool Internal { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"lx-hand lx-hand-{State}{(Internal ? " lx-hand-internal" : "")}");
        if (State == "now")
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }
        output.Content.AppendHtml(Markup.Tag("p", "lx-hand-title").With(
            Markup.Unseen(StateWord()), Title,
            Tag is null ? null : Markup.Tag("span", "lx-tag lx-tag-amber").With(Tag),
            Internal ? Markup.Tag("span", "lx-tag lx-tag-grey").With(words["control.thread.internal"]) : null));
        if (Note is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", "lx-hand-note").With(Note));
        }
        if (!content.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Tag("div", "lx-hand-body").With(content));
        }
    }

    private string StateWord() => State switch
    {
        "now" => words["control.thread.now"],
        "next" => words["control.thread.next"],
        _ => words["control.thread.done"],
    };
}
