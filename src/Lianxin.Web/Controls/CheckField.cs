using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A yes or no as one box whose label stands beside it.</summary>
[HtmlTargetElement("lx-check-field", Attributes = "for")]
public sealed class CheckField(PageWords words) : FieldControl(words)
{
    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(IHtmlContent control) => [.. Wrong(), control, .. Hinted()];

    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed)
    {
        // A ticked box posts "true,false" to the binder, which takes the first.
        var isOn = Value?.StartsWith("true", StringComparison.OrdinalIgnoreCase) == true;
        var box = Filled(Markup.Tag("input", "lx-choice-box", ("type", "checkbox"), ("value", "true"), ("checked", isOn ? "checked" : null)), passed);
        return Markup.Tag("div", "lx-choice").With(box,
            Markup.Tag("label", "lx-choice-label", ("for", Id)).With(LabelText),
            Markup.Tag("input", null, ("type", "hidden"), ("name", Name), ("value", "false")));
    }
}
