using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>Puts the anti-forgery token into every form that posts. The framework leaves it out where the address is written as a literal, as ours are.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostForm(IHtmlGenerator generator) : TagHelper
{
    /// <summary>Given by the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Without an address of its own a form has its token from the framework; two tokens are none.
        var isLiteral = context.AllAttributes.TryGetAttribute("action", out var action) && action.Value?.ToString() is { Length: > 0 };
        if (isLiteral && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }
}
