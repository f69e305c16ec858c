using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>One view, with how many it holds.</summary>
[HtmlTargetElement("lx-tab", ParentTag = "lx-tabs", Attributes = "href")]
public sealed class Tab : TagHelper
{
    /// <summary>Counted further only by those who wait for it: beyond, the tab shows “99+”.</summary>
    public const int Most = 99;

    /// <summary>The view being shown.</summary>
    public bool Current { get; set; }

    /// <summary>How many it holds, or null.</summary>
    public long? Count { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-tab");
        if (Current)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }
        if (Count is { } count)
        {
            output.PostContent.AppendHtml(Markup.Tag("span", "lx-tab-count").With(count > Most ? $"{Most}+" : count.ToString(CultureInfo.CurrentCulture)));
        }
    }
}
