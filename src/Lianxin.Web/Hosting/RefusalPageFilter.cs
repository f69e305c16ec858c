using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Texts;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Hosting;

/// <summary>Shows a refusal on the page it happened on, beside its field where it has one, with 409 and everything typed kept.</summary>
public sealed class RefusalPageFilter : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is RefusedException no && context.HandlerInstance is PageModel page)
        {
            done.ExceptionHandled = true;
            page.ModelState.AddModelError(FieldOf(no, page), TextOf(no));
            page.Response.StatusCode = StatusCodes.Status409Conflict;
            done.Result = page.Page();
        }
    }

    /// <summary>The refusal in the reader's words.</summary>
    public static string TextOf(RefusedException no)
    {
        var language = CultureInfo.CurrentUICulture;
        return Words.Get("refusal." + no.Code, language, [.. no.Arguments.Select(a => a is DateOnly day ? Words.Day(day, language) : a)]);
    }

    private static string FieldOf(RefusedException no, PageModel page) => no.Field is { } field && page.Request.HasFormContentType
        ? page.Request.Form.Keys.FirstOrDefault(k => k.Equals(field, StringComparison.OrdinalIgnoreCase) || k.EndsWith("." + field, StringComparison.OrdinalIgnoreCase)) ?? ""
        : "";
}
