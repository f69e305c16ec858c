using System.Globalization;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>How far a long job is, in a bar and in words; what can be done about it stands inside.</summary>
[HtmlTargetElement("lx-job-progress", Attributes = "done,total")]
public sealed class JobProgress(PageWords words) : TagHelper
{
    /// <summary>Rows done.</summary>
    public long Done { get; set; }

    /// <summary>Rows in all; 0 while nobody knows.</summary>
    public long Total { get; set; }

    /// <summary>Rows that went wrong so far.</summary>
    public long Wrong { get; set; }

    /// <summary>What remains, in words, or null.</summary>
    public string? Remains { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = Total == 0 ? words["control.job.starting"] : words["control.job.done", Done, Total];
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-job");
        output.PreContent.AppendHtml(Markup.Tag("progress", "lx-progress", ("aria-label", words["control.job"]),
            ("max", Total == 0 ? null : Total.ToString(CultureInfo.InvariantCulture)),
            ("value", Total == 0 ? null : Done.ToString(CultureInfo.InvariantCulture))));
        var line = Markup.Tag("p", "lx-job-line").With(Markup.Tag("b").With(text));
        if (Remains is not null)
        {
            line.With(Markup.Tag("span").With(Remains));
        }
        if (Wrong > 0)
        {
            line.With(Markup.Tag("span", "lx-job-wrong").With(words.Count("control.job.wrong", Wrong)));
        }
        output.PreContent.AppendHtml(line);
        output.PreContent.AppendHtml(Markup.Tag("p", "lx-hint").With(words["control.job.leave"]));
    }
}
