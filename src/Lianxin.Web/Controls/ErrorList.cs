using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Controls;

/// <summary>The links of the error summary. It stands above the fields yet follows their order, so it is written only when the page is sent.</summary>
internal sealed class ErrorList(ModelStateDictionary state, IReadOnlyList<string> order) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var list = Markup.Tag("ul", "lx-summary-list");
        var errors = state.SelectMany(pair => pair.Value?.Errors.Take(1) ?? [], (pair, error) => (pair.Key, error.ErrorMessage));
        foreach (var (key, message) in errors.OrderBy(error => Place(error.Key)))
        {
            var href = "#" + TagBuilder.CreateSanitizedId(key, "_");
            list.With(Markup.Tag("li").With(key.Length == 0 ? message : Markup.Tag("a", null, ("href", href)).With(message)));
        }
        list.WriteTo(writer, encoder);
    }

    // What belongs to no field concerns the whole page and comes first.
    private int Place(string key)
    {
        var place = order.TakeWhile(name => name != key).Count();
        return key.Length == 0 ? -1 : place;
    }
}
