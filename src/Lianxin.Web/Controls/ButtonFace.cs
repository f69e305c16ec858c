using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>The face buttons and button-like links share.</summary>
internal static class ButtonFace
{
    public static void Put(TagHelperOutput output, string kind, string? shortcut, string? icon, bool wide)
    {
        var css = wide ? $"lx-btn lx-btn-{kind} lx-btn-wide" : $"lx-btn lx-btn-{kind}";
        output.Attributes.SetAttribute("class", css);
        if (icon is not null)
        {
            output.PreContent.AppendHtml(Icon.Draw(icon));
        }
        if (!string.IsNullOrEmpty(shortcut))
        {
            output.Attributes.SetAttribute("data-lx-key", shortcut);
            output.Attributes.SetAttribute("aria-keyshortcuts", shortcut);
            output.PostContent.AppendHtml(Markup.Tag("kbd", "lx-kbd", ("aria-hidden", "true")).With(shortcut));
        }
    }
}
