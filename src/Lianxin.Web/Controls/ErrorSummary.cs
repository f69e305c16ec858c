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
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(pair => pair.Value?.Errors.Take(1) ?? [], (pair, error) => (pair.Key, error.ErrorMessage))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var list = Markup.Tag("ul", "lx-summary-list");
        foreach (var (key, message) in errors)
        {
            var id = TagBuilder.CreateSanitizedId(key, "_");
            list.With(Markup.Tag("li").With(key.Length == 0 ? message : Markup.Tag("a", null, ("href", "#" + id)).With(message)));
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("data-lx-focus", "");
        output.Content.AppendHtml(Markup.Tag("h2", "lx-summary-title").With(words["control.summary"]));
        output.Content.AppendHtml(list);
    }
}
