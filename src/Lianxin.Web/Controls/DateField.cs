using System.Globalization;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>A day, posted as yyyy-MM-dd.</summary>
[HtmlTargetElement("lx-date-field", Attributes = "for")]
public sealed class DateField(PageWords words) : FieldControl(words)
{
    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed) =>
        Filled(Markup.Tag("input", "lx-input lx-input-date", ("type", "date"), ("placeholder", "2026-01-31"), ("value", Value)), passed);

    /// <inheritdoc />
    protected override string? Written(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        null => null,
        _ => base.Written(value),
    };
}
