using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A phone number, typed any way people write one; what it is, the desk decides.</summary>
[HtmlTargetElement("lx-phone-field", Attributes = "for")]
public sealed class PhoneField(PageWords words) : FieldControl(words)
{
    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed) =>
        Filled(Markup.Tag("input", "lx-input lx-input-phone", ("type", "tel"), ("inputmode", "tel"), ("autocomplete", "tel"), ("value", Value)), passed);
}
