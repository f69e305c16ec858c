using Lianxin.Web.Api;
using Microsoft.AspNetCore.Http.Features;

namespace Lianxin.Web.Hosting;

/// <summary>
/// Stands before everything: a method the product does not speak is refused, and so is an unsafe request that a browser says comes from
/// another site (Sec-Fetch-Site), and a body that says itself that it is too large for its route. Requests without that header are held by the antiforgery token, programs by their key.
/// </summary>
internal static class RequestGate
{
    private const string Spoken = "GET, HEAD, POST";

    // Methods that are well formed are answered by routing; these never reach it.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" };

    internal static Task Enter(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!Known.Contains(request.Method))
        {
            context.Response.Headers.Allow = Spoken;
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        if (!IsSafe(request.Method) && !IsRefusedAlready(context) && !ApiDoor.IsApi(request.Path) && IsForeign(request.Headers["Sec-Fetch-Site"]))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (!IsRefusedAlready(context) && !ApiDoor.IsApi(request.Path) && request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }

    // The page that says no answers in the place of the request.
    private static bool IsRefusedAlready(HttpContext context) => context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // "none" is a person's own doing, such as an address typed by hand; any other word than "same-origin" is somebody else's.
    private static bool IsForeign(Microsoft.Extensions.Primitives.StringValues from) => from.Count > 0 && from is not ["same-origin" or "none"];
}
