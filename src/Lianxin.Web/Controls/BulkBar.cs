using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>What can be done with the ticked rows; stays in view, counts them with script, and says what will be passed over.</summary>
[HtmlTargetElement("lx-bulk-bar")]
public sealed class BulkBar(PageWords words) : TagHelper
{
    /// <summary>How many are ticked when the page is written.</summary>
    public int Count { get; set; }

    /// <summary>What will be passed over and why, or null.</summary>
    public string? Skipped { get; set; }

    /// <summary>The sentence that the script fills for a step which some ticked rows are not open to: step, open, passed over, why; or null.</summary>
    public string? Skips { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-bulk");
        output.PreContent.AppendHtml(Markup.Tag("span", "lx-bulk-count", ("role", "status"), ("data-lx-ticked", words["control.bulk.count"]))
            .With(words["control.bulk.count", Count]));
        if (Skipped is not null || Skips is not null)
        {
            output.PreContent.AppendHtml(Markup.Tag("span", "lx-bulk-skipped", ("role", "status"), ("data-lx-skips", Skips)).With(Skipped));
        }
        output.PreContent.AppendHtml("<span class=\"lx-bulk-acts\">");
        output.PostContent.AppendHtml("</span>");
    }
}
