using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A list of questions and answers, to check before sending or to read afterwards.</summary>
[HtmlTargetElement("lx-check-answers")]
[RestrictChildren("lx-answer")]
public sealed class CheckAnswers : TagHelper
{
    /// <summary>Without lines between, as on the receipt.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Plain ? "lx-answers lx-answers-plain" : "lx-answers");
    }
}
