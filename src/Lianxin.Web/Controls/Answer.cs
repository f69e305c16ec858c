using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>One question and its answer, with the way to change it.</summary>
[HtmlTargetElement("lx-answer", ParentTag = "lx-check-answers", Attributes = "label")]
public sealed class Answer(PageWords words) : TagHelper
{
    /// <summary>The question.</summary>
    public string Label { get; set; } = "";

    /// <summary>Where the answer is changed, or null.</summary>
    public string? Change { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-answer");
        output.Content.AppendHtml(Markup.Tag("dt").With(Label));
        output.Content.AppendHtml(Markup.Tag("dd").With(content));
        if (Change is not null)
        {
            output.Content.AppendHtml(Markup.Tag("dd", "lx-answer-change").With(
                Markup.Tag("a", null, ("href", Change)).With(words["common.change"], Markup.Unseen(Label))));
        }
    }
}
