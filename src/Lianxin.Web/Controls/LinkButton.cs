using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A link with the face of a button: it goes somewhere and changes nothing.</summary>
[HtmlTargetElement("lx-link-button", Attributes = "href")]
public sealed class LinkButton : TagHelper
{
    /// <summary>primary, secondary, danger or quiet.</summary>
    public string Kind { get; set; } = "secondary";

    /// <summary>The shortcut of the console, one letter.</summary>
    public string? Shortcut { get; set; }

    /// <summary>An icon before the words.</summary>
    public string? Icon { get; set; }

    /// <summary>As wide as its column.</summary>
    public bool Wide { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        ButtonFace.Put(output, Kind, Shortcut, Icon, Wide);
    }
}
