using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>One of a list, where the list is too long for radio buttons.</summary>
[HtmlTargetElement("lx-select-field", Attributes = "for,items")]
public sealed class SelectField(PageWords words) : FieldControl(words)
{
    /// <summary>The choices.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The words of the empty first line; by default, 请选择.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed)
    {
        var chosen = Value;
        var select = Filled(Markup.Tag("select", "lx-input lx-select"), passed)
            .With(Markup.Tag("option", null, ("value", "")).With(Empty ?? T["control.choose"]));
        foreach (var item in Items)
        {
            var isChosen = chosen is { Length: > 0 } ? item.Value == chosen : item.Selected;
            select.With(Markup.Tag("option", null, ("value", item.Value), ("selected", isChosen ? "selected" : null)).With(item.Text));
        }
        return select;
    }
}
