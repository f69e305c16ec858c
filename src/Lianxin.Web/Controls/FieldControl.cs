using System.Globalization;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>What every form control shares: label, hint and error tied to the control, and the value as it was typed.</summary>
public abstract class FieldControl(PageWords words) : TagHelper
{
    /// <summary>The property the control edits.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The label; without one, the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>What helps to answer, shown before the control.</summary>
    public string? Hint { get; set; }

    /// <summary>Says beside the label that it may stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Sets the label as the question of the page.</summary>
    public bool Large { get; set; }

    /// <summary>Given by the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The texts of the request.</summary>
    protected PageWords T => words;

    /// <summary>The name the value is posted under.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The id of the control, which the error summary links to.</summary>
    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>The first message against the field, or null.</summary>
    protected string? Error => State?.Errors.Select(error => error.ErrorMessage).FirstOrDefault(text => text.Length > 0);

    /// <summary>What was typed, else what the model holds.</summary>
    protected string? Value => State?.RawValue is null ? Written(For.Model) : State.AttemptedValue;

    /// <summary>The ids that describe the control, for aria-describedby; null when nothing does.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = new List<string>();
            if (Hint is not null)
            {
                ids.Add(Id + "-hint");
            }
            if (Error is not null)
            {
                ids.Add(Id + "-error");
            }
            ids.AddRange(FurtherDescriptions());
            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    private ModelStateEntry? State => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry : null;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Of(ViewContext.HttpContext).Add(Name);
        var control = Control(Passed(output));
        output.TagName = IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "lx-field" : "lx-field lx-field-wrong");
        foreach (var part in Parts(control))
        {
            output.Content.AppendHtml(part);
        }
    }

    /// <summary>The control itself, with the attributes the page added.</summary>
    protected abstract IHtmlContent Control(IReadOnlyList<(string Name, string? Value)> passed);

    /// <summary>A group of controls has a legend instead of a label.</summary>
    protected virtual bool IsGroup => false;

    /// <summary>The parts in their order: heading, hint, error, control.</summary>
    protected virtual IEnumerable<IHtmlContent> Parts(IHtmlContent control) => [Heading(), .. Hinted(), .. Wrong(), control];

    /// <summary>The hint, if there is one.</summary>
    protected IEnumerable<IHtmlContent> Hinted() =>
        Hint is null ? [] : [Markup.Tag("p", "lx-hint", ("id", Id + "-hint")).With(Hint)];

    /// <summary>The error, if there is one.</summary>
    protected IEnumerable<IHtmlContent> Wrong() => Error is null ? [] :
        [Markup.Tag("p", "lx-error", ("id", Id + "-error")).With(Icon.Draw("warning"), Markup.Unseen(T["control.error_prefix"]), Error)];

    /// <summary>Ids of further descriptions, such as a counter.</summary>
    protected virtual IEnumerable<string> FurtherDescriptions() => [];

    /// <summary>A value as the form writes it.</summary>
    protected virtual string? Written(object? value) => Convert.ToString(value, CultureInfo.CurrentCulture);

    /// <summary>Id, name, descriptions and the page's own attributes on one element.</summary>
    protected TagBuilder Filled(TagBuilder control, IReadOnlyList<(string Name, string? Value)> passed)
    {
        foreach (var (name, value) in passed)
        {
            control.Attributes[name] = value;
        }
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (DescribedBy is { } described)
        {
            control.Attributes["aria-describedby"] = described;
        }
        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }
        return control;
    }

    /// <summary>The words of the label.</summary>
    protected string LabelText => Label ?? For.Metadata.GetDisplayName();

    private TagBuilder Heading()
    {
        var css = Large ? "lx-label lx-label-large" : "lx-label";
        var heading = IsGroup ? Markup.Tag("legend", css) : Markup.Tag("label", css, ("for", Id));
        heading.With(LabelText);
        return Optional ? heading.With(Markup.Tag("span", "lx-optional").With(T["control.optional"])) : heading;
    }

    private static List<(string Name, string? Value)> Passed(TagHelperOutput output)
    {
        var passed = output.Attributes.Select(attribute => (attribute.Name, Text(attribute.Value))).ToList();
        output.Attributes.Clear();
        return passed;
    }

    private static string? Text(object? value) => value is HtmlString html
        ? System.Net.WebUtility.HtmlDecode(html.Value)
        : value?.ToString();
}
