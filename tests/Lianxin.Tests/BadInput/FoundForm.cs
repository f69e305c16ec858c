using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Lianxin.Tests.BadInput;

/// <summary>A form that posts, as it stood on a page.</summary>
internal sealed class FoundForm
{
    private static readonly HashSet<string> Typed = ["text", "search", "tel", "email", "number", "date", "time", "url", "password", "datetime-local"];

    private FoundForm(string page, IHtmlFormElement form, IHtmlButtonElement? button)
    {
        Page = page;
        Target = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        if (button?.GetAttribute("formaction") is { Length: > 0 } other)
        {
            Target = other;
        }

        Action = button?.GetAttribute("data-action") ?? button?.Name ?? "";
        var elements = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && e is not IHtmlButtonElement).ToList();
        Texts = [.. elements.Where(IsTyped).Select(e => e.GetAttribute("name")!)];
        Secret = [.. elements.OfType<IHtmlInputElement>().Where(i => i.Type == "password" || i.GetAttribute("autocomplete") == "one-time-code").Select(i => i.Name!)];
        Fields = [.. elements.Select(Field).OfType<KeyValuePair<string, string>>()];
        if (button?.Name is { Length: > 0 } name)
        {
            Fields.Add(new(name, button.Value));
        }
    }

    internal string Page { get; }

    internal string Target { get; }

    internal string Action { get; }

    internal List<KeyValuePair<string, string>> Fields { get; }

    internal HashSet<string> Texts { get; }

    /// <summary>Fields that no page may hold again.</summary>
    internal HashSet<string> Secret { get; }

    /// <summary>The form's name in a list: the route without its numbers, and the button.</summary>
    internal string Key(string route) => $"{route} [{Action}]";

    internal Sent Sent() => new(Fields, Texts);

    /// <summary>Every form of the page that posts, once a button.</summary>
    internal static IEnumerable<FoundForm> Of(string page, IHtmlDocument document) =>
        from form in document.Forms
        where form.Method == "post"
        let buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => b.Type != "button").ToList()
        from button in buttons.Count == 0 ? [null] : buttons.Cast<IHtmlButtonElement?>()
        select new FoundForm(page, form, button);

    /// <summary>What a field of that name holds on an answered page; null when it is not there.</summary>
    internal static string? Held(IHtmlDocument page, string name) => page.QuerySelectorAll("input, textarea")
        .Where(e => e.GetAttribute("name") == name)
        .Select(e => e is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)e).GetAttribute("value")).FirstOrDefault();

    // The trap for machines is no field of a person.
    private static bool IsTyped(IElement element) => element.GetAttribute("name") != "Homepage" && (element is IHtmlTextAreaElement || (element is IHtmlInputElement input && Typed.Contains(input.Type)));

    private static KeyValuePair<string, string>? Field(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => null,
        IHtmlInputElement input => new(input.Name!, input.Value),
        IHtmlTextAreaElement area => new(area.Name!, area.Value),
        IHtmlSelectElement select => new(select.Name!, select.Value is { Length: > 0 } chosen ? chosen : select.Options is [.., var last] ? last.Value : ""),
        _ => null,
    };
}
