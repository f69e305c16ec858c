using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Shared;

/// <summary>What a person sees when a page cannot be shown: what happened, what to do, a phone, and a reference.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorPage : PageModel
{
    /// <summary>The status, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>Which words: forbidden, missing, away, fault or request.</summary>
    public string Kind => Status switch
    {
        >= 500 when StorageTrouble.Answer(HttpContext) != StatusCodes.Status500InternalServerError => "away",
        401 or 403 => "forbidden",
        404 or 410 => "missing",
        >= 500 => "fault",
        _ => "request",
    };

    /// <summary>Who can grant the access that was refused, if the guard said so.</summary>
    public string? Grants => HttpContext.Features.Get<WhoGrants>()?.Words;

    /// <summary>Opened by hand, the page answers with the status it speaks of.</summary>
    public void OnGet()
    {
        var stands = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!stands)
        {
            HttpContext.Response.StatusCode = Status is >= 400 and < 600 ? Status : 404;
        }
    }
}
