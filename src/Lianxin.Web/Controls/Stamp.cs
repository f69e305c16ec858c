using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>The vermilion stamp, turned eight degrees.</summary>
[HtmlTargetElement("lx-stamp")]
public sealed class Stamp : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-stamp");
    }

    internal static TagBuilder Of(string text) => Markup.Tag("span", "lx-stamp").With(text);
}
