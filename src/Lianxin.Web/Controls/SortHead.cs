using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A column head that sorts by a plain link.</summary>
[HtmlTargetElement("lx-sort-head", Attributes = "href")]
public sealed class SortHead(PageWords words) : TagHelper
{
    /// <summary>Where the other order is.</summary>
    public string Href { get; set; } = "";

    /// <summary>ascending, descending or none.</summary>
    public string Sorted { get; set; } = "none";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", Sorted);
        output.Content.SetHtmlContent(Markup.Tag("a", "lx-sort lx-sort-" + Sorted, ("href", Href), ("title", words["control.sort"])).With(content));
    }
}
