using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>Why nothing is here (none, filtered or forbidden) and the next step; the page's own words inside win over the standard ones.</summary>
[HtmlTargetElement("lx-empty-state")]
public sealed class EmptyState(PageWords words) : TagHelper
{
    /// <summary>none, filtered or forbidden.</summary>
    public string Kind { get; set; } = "none";

    /// <summary>Where to go from here, or null.</summary>
    public string? Href { get; set; }

    /// <summary>The words of that step; for a filter, 清除.</summary>
    public string? Step { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-empty");
        output.Content.AppendHtml(Icon.Draw(Kind switch { "filtered" => "search", "forbidden" => "person", _ => "check" }));
        output.Content.AppendHtml(Markup.Tag("p").With(content.IsEmptyOrWhiteSpace ? Standard() : content));
        if (Href is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p").With(
                Markup.Tag("a", null, ("href", Href)).With(Step ?? words["control.empty.clear"], " →")));
        }
    }

    private string Standard() => Kind switch
    {
        "filtered" => words["control.empty.filtered"],
        "forbidden" => words["control.empty.forbidden"],
        _ => words["control.empty.none"],
    };
}
