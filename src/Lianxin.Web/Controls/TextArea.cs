using System.Globalization;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>Several lines of text; with a limit it says how many characters there are, and with script how many are left.</summary>
[HtmlTargetElement("lx-text-area", Attributes = "for")]
public sealed class TextArea(PageWords words) : FieldControl(words)
{
    /// <summary>The most characters; 0 is no limit. Checked by the server, so that a long paste is kept and not cut.</summary>
    public int Limit { get; set; }

    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 4;

    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed)
    {
        // HTML drops one line break after the opening tag, so a text that begins with one needs a second.
        var area = Filled(Markup.Tag("textarea", "lx-input lx-area", ("rows", Rows.ToString(CultureInfo.InvariantCulture))), passed)
            .With(Value?.StartsWith('\n') == true ? "\n" : null, Value);
        var all = new HtmlContentBuilder().AppendHtml(area);
        return Limit == 0 ? all : all.AppendHtml(Counter());
    }

    /// <inheritdoc />
    protected override IEnumerable<string> FurtherDescriptions() => Limit == 0 ? [] : [Id + "-count"];

    private TagBuilder Counter() => Markup.Tag("p", "lx-hint lx-count", ("id", Id + "-count"),
        ("data-lx-count", Id), ("data-lx-limit", Limit.ToString(CultureInfo.InvariantCulture)),
        ("data-lx-left", T["control.count.left"]), ("data-lx-over", T["control.count.over"]))
        .With(T["control.count.limit", Limit]);
}
