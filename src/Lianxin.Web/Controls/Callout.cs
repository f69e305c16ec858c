using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A remark set apart from the text: info, warning, success or danger.</summary>
[HtmlTargetElement("lx-callout")]
public sealed class Callout : TagHelper
{
    /// <summary>info, warning, success or danger.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>The first words, in bold.</summary>
    public string? Title { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"lx-callout lx-callout-{Kind}");
        output.PreContent.AppendHtml(Icon.Draw(Kind switch
        {
            "success" => "check",
            "info" => "info",
            _ => "warning",
        }));
        output.PreContent.AppendHtml("<div>");
        if (Title is not null)
        {
            output.PreContent.AppendHtml(Markup.Tag("p", "lx-callout-title").With(Title));
        }
        output.PostContent.AppendHtml("</div>");
    }
}
