using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>The filter of a list as a GET form, so that its address says it all: the fields inside, 查询 and 重置 after them.</summary>
[HtmlTargetElement("lx-filter-bar", Attributes = "clear")]
public sealed class FilterBar(PageWords words) : TagHelper
{
    /// <summary>The list without a filter.</summary>
    public string Clear { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", words["control.filter"]);
        output.Attributes.SetAttribute("class", "lx-filter");
        output.PostContent.AppendHtml(Markup.Tag("div", "lx-filter-acts").With(
            Markup.Tag("button", "lx-btn lx-btn-primary", ("type", "submit")).With(words["control.filter.apply"]),
            Markup.Tag("a", "lx-btn lx-btn-secondary", ("href", Clear)).With(words["control.filter.clear"])));
    }
}
