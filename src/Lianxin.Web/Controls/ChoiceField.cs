using System.Collections;
using System.Globalization;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>One of a few as radio buttons, or several as boxes when the property is a list; as rows or as chips.</summary>
[HtmlTargetElement("lx-choice-field", Attributes = "for,items")]
public sealed class ChoiceField(PageWords words) : FieldControl(words)
{
    /// <summary>The choices; a disabled one is left out.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Side by side as chips.</summary>
    public bool Chips { get; set; }

    /// <summary>Side by side and large: the answer to the one question of a page.</summary>
    public bool Big { get; set; }

    /// <inheritdoc />
    protected override bool IsGroup => true;

    private bool IsMany => For.Metadata.IsEnumerableType && For.Metadata.ModelType != typeof(string);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (DescribedBy is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }
    }

    /// <inheritdoc />
    protected override IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed)
    {
        var chosen = Chosen();
        var group = Markup.Tag("div", Chips ? "lx-choices lx-chips" : Big ? "lx-choices lx-choices-big" : "lx-choices");
        var number = 0;
        foreach (var item in Items.Where(item => !item.Disabled))
        {
            number++;
            var id = number == 1 ? Id : $"{Id}-{number.ToString(CultureInfo.InvariantCulture)}";
            var isChosen = chosen.Count > 0 ? chosen.Contains(item.Value) : item.Selected;
            group.With(Markup.Tag("div", "lx-choice").With(
                Markup.Tag("input", "lx-choice-box", ("type", IsMany ? "checkbox" : "radio"), ("id", id), ("name", Name),
                    ("value", item.Value), ("checked", isChosen ? "checked" : null)),
                Markup.Tag("label", "lx-choice-label", ("for", id)).With(item.Text)));
        }
        return group;
    }

    private HashSet<string> Chosen()
    {
        if (!IsMany)
        {
            return Value is { Length: > 0 } one ? [one] : [];
        }
        var raw = ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry.RawValue : null;
        var values = (raw ?? For.Model) switch
        {
            string text => [text],
            IEnumerable many => many.Cast<object?>().Select(Written),
            _ => [],
        };
        return [.. values.OfType<string>()];
    }
}
