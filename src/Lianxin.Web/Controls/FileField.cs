using System.Globalization;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>Photos from camera or album; without script the browser's own file list is what one sees.</summary>
[HtmlTargetElement("lx-file-field", Attributes = "for")]
public sealed class FileField(PageWords words) : FieldControl(words)
{
    /// <summary>The most photos.</summary>
    public int Most { get; set; } = 6;

    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed)
    {
        var input = Filled(Markup.Tag("input", "lx-photo-input", ("type", "file"), ("accept", "image/*"),
            ("multiple", Most > 1 ? "multiple" : null)), passed);
        return Markup.Tag("div", "lx-photo", ("data-lx-photo", Most.ToString(CultureInfo.InvariantCulture)),
                ("data-lx-chosen", T["control.photo.chosen"]), ("data-lx-over", T["control.photo.over", Most]))
            .With(
                Icon.Draw("camera", "lx-photo-icon"),
                Markup.Tag("span", "lx-photo-title").With(T["control.photo.title"]),
                Markup.Tag("span", "lx-hint").With(T["control.photo.most", Most]),
                input,
                Markup.Tag("span", "lx-photo-list", ("aria-live", "polite")));
    }
}
