using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>时限: the date in bold, what remains in words, and a bar whose colour only repeats them.</summary>
[HtmlTargetElement("lx-term-bar", Attributes = "date,remains", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TermBar : TagHelper
{
    /// <summary>calm, soon, late, paused or met.</summary>
    public string State { get; set; } = "calm";

    /// <summary>The date or time, as it is to be read.</summary>
    public string Date { get; set; } = "";

    /// <summary>What remains, or by how much it is over.</summary>
    public string Remains { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"lx-term lx-term-{State}");
        output.Content.AppendHtml(Markup.Tag("b", "lx-term-date").With(Date));
        output.Content.AppendHtml(Markup.Tag("span", "lx-term-rest").With(Remains));
    }
}
