using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>Earlier and later by key, so that a page costs the same wherever it lies; with the total where it is known.</summary>
[HtmlTargetElement("lx-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Pager(PageWords words) : TagHelper
{
    /// <summary>The page before, or null.</summary>
    public string? Previous { get; set; }

    /// <summary>The page after, or null.</summary>
    public string? Next { get; set; }

    /// <summary>How many there are in all, or null.</summary>
    public long? Total { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-pager");
        output.Attributes.SetAttribute("aria-label", words["control.pager"]);
        if (Total is { } total)
        {
            output.Content.AppendHtml(Markup.Tag("span", "lx-pager-total").With(words.Count("control.pager.total", total)));
        }
        output.Content.AppendHtml(Way(Previous, "prev", words["control.pager.previous"]));
        output.Content.AppendHtml(Way(Next, "next", words["control.pager.next"]));
    }

    private static TagBuilder Way(string? href, string rel, string text) => string.IsNullOrEmpty(href)
        ? Markup.Tag("span", "lx-btn lx-btn-off").With(text)
        : Markup.Tag("a", "lx-btn lx-btn-secondary", ("href", href), ("rel", rel)).With(text);
}
