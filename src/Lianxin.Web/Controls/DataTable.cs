using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A table that scrolls inside its own frame on a narrow page; with <c>list</c> its rows answer to J, K, Enter and X.</summary>
[HtmlTargetElement("lx-data-table", Attributes = "caption")]
public sealed class DataTable : TagHelper
{
    /// <summary>What the table shows; read out, and seen unless hidden.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Leaves the caption to screen readers.</summary>
    public bool CaptionHidden { get; set; }

    /// <summary>A list to walk through with the keyboard.</summary>
    public bool List { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-scroll");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.PreContent.AppendHtml(List ? "<table class=\"lx-table\" data-lx-list>" : "<table class=\"lx-table\">");
        output.PreContent.AppendHtml(Markup.Tag("caption", CaptionHidden ? "lx-unseen" : "lx-caption").With(Caption));
        output.PostContent.AppendHtml("</table>");
    }
}
