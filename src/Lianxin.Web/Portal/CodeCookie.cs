using Lianxin.Web.Hosting;

namespace Lianxin.Web.Portal;

/// <summary>
/// Lets the browser that sent a report see the query code on the receipt for a day. The cookie holds the draft's token and goes to that
/// one receipt's address only; whoever else has the link does not see the code.
/// </summary>
internal static class CodeCookie
{
    private const string Name = "lx-sent";

    internal static void Keep(HttpContext context, string link, string token) => context.Response.Cookies.Append(HostCookies.NameOnPath(context, Name), token, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = ReportDrafts.Life,
        Path = "/r/" + link,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });

    internal static string? Read(HttpContext context) => context.Request.Cookies[HostCookies.NameOnPath(context, Name)];
}
