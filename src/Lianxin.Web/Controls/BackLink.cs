using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>The way back, at the top of a page; Esc takes it in the console.</summary>
[HtmlTargetElement("lx-back-link", Attributes = "href")]
public sealed class BackLink(PageWords words) : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-back");
        output.Attributes.SetAttribute("data-lx-key", "Escape");
        output.PreContent.AppendHtml(Icon.Draw("back"));
        if (content.IsEmptyOrWhiteSpace)
        {
            output.Content.SetContent(words["common.back"]);
        }
    }
}
