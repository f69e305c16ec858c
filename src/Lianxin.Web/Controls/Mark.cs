using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>The mark: two strokes, one teal and one vermilion, meeting as a heart.</summary>
[HtmlTargetElement("lx-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Mark : TagHelper
{
    private const string Drawing =
        "<svg class=\"lx-mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">"
        + "<path class=\"lx-mark-teal\" d=\"M14.6 17.7L12 20.3 4.6 12.8A4.9 4.9 0 0 1 11.6 5.9L13.4 7.7\"/>"
        + "<path class=\"lx-mark-red\" d=\"M12.6 6a4.9 4.9 0 0 1 6.8 6.9L17.3 15\"/></svg>";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlString(Drawing));
    }
}
