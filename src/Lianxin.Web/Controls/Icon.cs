using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A line icon in the colour and size of the text it stands in; hidden from readers, so a word must stand beside it.</summary>
[HtmlTargetElement("lx-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon : TagHelper
{
    private static readonly Dictionary<string, string> Strokes = new()
    {
        ["arrow"] = "M5 12h14M13 6l6 6-6 6",
        ["back"] = "M19 12H5M11 6l-6 6 6 6",
        ["bell"] = "M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4",
        ["camera"] = "M3.5 8.5a2 2 0 0 1 2-2h2.3l1.5-2.5h5.4l1.5 2.5h2.3a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2zM12 9.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6",
        ["check"] = "M4.5 12.5l5 5 10-11",
        ["clock"] = "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3.2 2.2",
        ["cross"] = "M6 6l12 12M18 6L6 18",
        ["download"] = "M12 4v11M7 10.5l5 5 5-5M5 20h14",
        ["edit"] = "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5",
        ["eye"] = "M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12M12 9.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4",
        ["file"] = "M6 3.5h8l4 4v13H6zM13.5 3.5v4.5H18M9 12.5h6M9 16.5h6",
        ["globe"] = "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M3.5 12h17M12 3.5c-5 5.2-5 11.8 0 17M12 3.500c5 5.2 5 11.8 0 17",
        ["home"] = "M4 11l8-7 8 7M6 9.500V20h12V9.500M10 20v-6h4v6",
        ["info"] = "M12 3.500a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 11v5.500M12 7.400v.1",
        ["map"] = "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11M12 7.700a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6",
        ["person"] = "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20.500c.5-4.5 3.5-6.5 7.5-6.500s7 2 7.5 6.5",
        ["phone"] = "M6 3.800l3 .2 1.5 4-2 1.700c1 2.4 2.7 4.1 5.2 5.200l1.7-2 4 1.5.2 3c0 1.5-1 2.6-2.4 2.600C10.5 20 4 13.5 4 6.8 4 5 4.7 3.8 6 3.8",
        ["plus"] = "M12 5v14M5 12h14",
        ["print"] = "M7 9V4h10v5M7 17H4.500V9h15v8H17M7 14h10v6H7z",
        ["search"] = "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.500L20.5 20.5",
        ["speaker"] = "M4 9.500v5h3.500L12 18.500v-13L7.5 9.500zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11",
        ["warning"] = "M12 4L2.8 20h18.400zM12 10v5M12 17.400v.1",
    };

    /// <summary>The icons there are.</summary>
    public static IReadOnlyCollection<string> Names => Strokes.Keys;

    /// <summary>Which icon.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Name));
    }

    /// <summary>The icon as markup; a name nobody drew throws.</summary>
    public static IHtmlContent Draw(string name, string? css = null) => new HtmlString(string.Create(CultureInfo.InvariantCulture,
        $"<svg class=\"lx-icon{(css is null ? "" : " " + css)}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{Strokes[name]}\"/></svg>"));
}
