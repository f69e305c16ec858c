using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>The state of a matter as a tag: its word under the key <c>state.</c>, its colour from the table of the design.</summary>
[HtmlTargetElement("lx-state-tag", Attributes = "state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTag(PageWords words) : TagHelper
{
    private static readonly Dictionary<string, string> Colours = new()
    {
        ["registered"] = "grey",
        ["dispatched"] = "amber",
        ["handling"] = "brand",
        ["waiting"] = "violet",
        ["review"] = "violet",
        ["answered"] = "green",
        ["closed"] = "grey",
        ["merged"] = "grey",
        ["withdrawn"] = "grey",
        ["returned"] = "red",
        ["reopened"] = "red",
        ["overdue"] = "red",
    };

    /// <summary>The states that have a word and a colour.</summary>
    public static IReadOnlyCollection<string> States => Colours.Keys;

    /// <summary>The state, any letter case; one that is not in the table throws.</summary>
    public string State { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = State.ToLowerInvariant();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-tag lx-tag-" + Colours[state]);
        if (state == "closed")
        {
            output.Content.AppendHtml(Icon.Draw("check"));
        }
        output.Content.Append(words["state." + state]);
    }
}
