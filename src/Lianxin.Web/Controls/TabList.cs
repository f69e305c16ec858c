using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>Views of one list as plain links.</summary>
[HtmlTargetElement("lx-tabs", Attributes = "label")]
[RestrictChildren("lx-tab")]
public sealed class TabList : TagHelper
{
    /// <summary>What the views are of, for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-tabs");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}
