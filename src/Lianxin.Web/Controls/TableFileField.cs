using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>One table from the computer: xlsx or csv.</summary>
[HtmlTargetElement("lx-table-file-field", Attributes = "for")]
public sealed class TableFileField(PageWords words) : FieldControl(words)
{
    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed) =>
        Filled(Markup.Tag("input", "lx-input", ("type", "file"), ("accept", ".xlsx,.csv,.txt,.tsv")), passed);
}
