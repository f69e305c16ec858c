using Lianxin.Web.Api;
using Microsoft.Net.Http.Headers;

namespace Lianxin.Web.Hosting;

/// <summary>Security headers of every answer, errors, files and the interface included; no policy allows inline script or inline style.</summary>
public static class PageHeaders
{
    /// <summary>The content policy of every page.</summary>
    public const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The content policy of what is no page: should a browser be made to show it, nothing in it loads or runs.</summary>
    public const string InertPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    // One year, the least that ASVS v5.0.0-3.4.1 takes.
    private const string AlwaysHttps = "max-age=31536000; includeSubDomains";

    internal static Task Write(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            Fill(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Fill(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = IsInert(context) ? InertPolicy : ContentPolicy;
        }

        // Whatever did not say that it may be kept may hold somebody's words.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (context.Request.IsHttps && headers.StrictTransportSecurity.Count == 0)
        {
            headers.StrictTransportSecurity = AlwaysHttps;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static bool IsInert(HttpContext context) =>
        ApiDoor.IsApi(context.Request.Path) || context.Response.Headers.ContainsKey(HeaderNames.ContentDisposition);
}
