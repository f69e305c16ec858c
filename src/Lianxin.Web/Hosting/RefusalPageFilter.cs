using System.Globalization;
using Lianxin.Foundation;
using Microsoft.AspNetCore.Mvc.Filters;
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
        if (done.Exception is not RefusedException no || done.HandlerInstance is not PageModel page)
        {
            return;
        }

        done.ExceptionHandled = true;
        page.ModelState.AddModelError(FieldOf(no, page), TextOf(no));
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        if (page is IReload again)
        {
            await again.Reload();
        }

        done.Result = page.Page();
    }

    /// <summary>The refusal in the reader's words.</summary>
    public static string TextOf(RefusedException no) => RefusalWords.Of(no, CultureInfo.CurrentUICulture);

    /// <summary>The form's own name of the field, which may stand under a prefix; empty for the summary.</summary>
    private static string FieldOf(RefusedException no, PageModel page) => no.Field is { } field && page.Request.HasFormContentType
        ? page.Request.Form.Keys.Concat(page.Request.Form.Files.Select(f => f.Name)).Concat(page.ModelState.Keys).FirstOrDefault(name => Names(name, field)) ?? ""
        : "";

    private static bool Names(string name, string field) =>
        name.Equals(field, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + field, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A page that loads what it shows in its handler: a refused form is shown again, so it is loaded again.</summary>
public interface IReload
{
    /// <summary>Loads what the page shows, and leaves what was typed alone.</summary>
    Task Reload();
}
