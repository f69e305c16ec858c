using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lianxin.Web.Hosting;

/// <summary>Puts a kept form back into its page, and drops it once the form was sent.</summary>
public sealed class KeptFormFilter(KeptForms kept, CurrentActor current) : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (current.Officer is not { } officer || !KeptForms.Takes(http.Request.Path) || !HasForm(context))
        {
            await next();
            return;
        }

        var path = http.Request.Path.Value!;
        if (HttpMethods.IsGet(http.Request.Method) && await kept.Find(officer.Id, path) is { } found)
        {
            Fill(context.ModelState, found);
            http.Features.Set(found);
        }

        var done = await next();
        if (HttpMethods.IsPost(http.Request.Method) && done is { Exception: null, Result: RedirectResult or RedirectToPageResult or LocalRedirectResult })
        {
            await kept.Drop(officer.Id, path);
        }
    }

    private static bool HasForm(PageHandlerExecutingContext context) =>
        AccessMatrix.Find(context.ActionDescriptor.AttributeRouteInfo?.Template ?? "", HttpMethods.Post) is not null;

    private static void Fill(ModelStateDictionary state, KeptFields found)
    {
        foreach (var (name, values) in found.Fields)
        {
            state.SetModelValue(name, new ValueProviderResult(values));
            state.MarkFieldSkipped(name);
        }
    }
}
