using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>All that is wrong on the page, each linked to its field, in the words that stand there; takes focus. Writes nothing when nothing is wrong.</summary>
[HtmlTargetElement("lx-error-summary")]
public sealed class ErrorSummary(PageWords words) : TagHelper
{
    /// <summary>Given by the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("data-lx-focus", "");
        output.Content.AppendHtml(Markup.Tag("h2", "lx-summary-title").With(words["control.summary"]));
        output.Content.AppendHtml(new ErrorList(state, FieldOrder.Of(ViewContext.HttpContext)));
    }
}
