using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>One line of text.</summary>
[HtmlTargetElement("lx-text-field", Attributes = "for")]
public sealed class TextField(PageWords words) : FieldControl(words)
{
    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed) =>
        Filled(Markup.Tag("input", "lx-input", ("type", "text"), ("value", Value)), passed);
}
