using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A button that sends its form; reads 正在提交… while it does. With a shortcut, the letter is shown beside the words.</summary>
[HtmlTargetElement("lx-button")]
public sealed class Button(PageWords words) : TagHelper
{
    /// <summary>primary, secondary, danger or quiet.</summary>
    public string Kind { get; set; } = "primary";

    /// <summary>The shortcut of the console, one letter.</summary>
    public string? Shortcut { get; set; }

    /// <summary>An icon before the words.</summary>
    public string? Icon { get; set; }

    /// <summary>As wide as its column.</summary>
    public bool Wide { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }
        if (Equals(output.Attributes["type"].Value.ToString(), "submit"))
        {
            output.Attributes.SetAttribute("data-lx-busy", words["control.sending"]);
        }
        ButtonFace.Put(output, Kind, Shortcut, Icon, Wide);
    }
}
