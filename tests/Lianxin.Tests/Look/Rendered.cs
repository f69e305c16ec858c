using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lianxin.Web.Controls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Tests.Look;

/// <summary>Runs one control as a page would and reads what it wrote.</summary>
internal static class Rendered
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static ViewContext View(params (string Key, string Typed, string? Error)[] typed)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("zh-Hans");
        var view = new ViewContext { HttpContext = new DefaultHttpContext() };
        view.ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), view.ModelState);
        foreach (var (key, value, error) in typed)
        {
            view.ViewData.ModelState.SetModelValue(key, value, value);
            if (error is not null)
            {
                view.ViewData.ModelState.AddModelError(key, error);
            }
        }
        return view;
    }

    public static T For<T>(this T control, ViewContext view, string name, object? value, Type? type = null)
        where T : FieldControl
    {
        var metadata = new EmptyModelMetadataProvider();
        var explorer = new ModelExplorer(metadata, metadata.GetMetadataForType(type ?? value?.GetType() ?? typeof(string)), value);
        control.ViewContext = view;
        control.For = new ModelExpression(name, explorer);
        return control;
    }

    public static async Task<IElement> Element(TagHelper control, string content = "", params (string Name, object Value)[] attributes) =>
        new HtmlParser().ParseDocument($"<body>{await Html(control, content, attributes)}</body>").Body!;

    public static async Task<string> Html(TagHelper control, string content = "", params (string Name, object Value)[] attributes)
    {
        var context = new TagHelperContext("control", [], new Dictionary<object, object>(), "1");
        var list = new TagHelperAttributeList(attributes.Select(pair => new TagHelperAttribute(pair.Name, pair.Value)));
        var output = new TagHelperOutput("control", list, (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetContent(content)));
        await control.ProcessAsync(context, output);
        if (content.Length > 0 && !output.IsContentModified)
        {
            output.Content.SetContent(content);
        }
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
