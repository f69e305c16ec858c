using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>连心线: the hands a matter passes through, first to last, on one line.</summary>
[HtmlTargetElement("lx-thread")]
[RestrictChildren("lx-hand")]
public sealed class HandThread : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-thread");
    }
}
