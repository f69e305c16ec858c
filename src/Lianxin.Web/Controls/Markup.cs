using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Controls;

/// <summary>Short words for building elements; whatever is not markup already is encoded when written.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? css = null, params (string Name, string? Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
        {
            tag.Attributes["class"] = css;
        }
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                tag.Attributes[attribute] = value;
            }
        }
        if (name is "input")
        {
            tag.TagRenderMode = TagRenderMode.SelfClosing;
        }
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, params object?[] children)
    {
        foreach (var child in children)
        {
            if (child is IHtmlContent html)
            {
                tag.InnerHtml.AppendHtml(html);
            }
            else if (child is not null)
            {
                tag.InnerHtml.Append(child.ToString()!);
            }
        }
        return tag;
    }

    public static TagBuilder Unseen(string text) => Tag("span", "lx-unseen").With(text);
}
