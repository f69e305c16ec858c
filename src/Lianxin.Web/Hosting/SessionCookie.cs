namespace Lianxin.Web.Hosting;

/// <summary>The browser's half of a session: 256 random bits, for this host and this path only, unseen by script.</summary>
public static class SessionCookie
{
    /// <summary>On https; the browser itself holds it to this host (RFC 6265bis, 4.1.3.2).</summary>
    public const string SecureName = "__Host-" + PlainName;

    /// <summary>On http, which is for localhost: a browser takes no <c>__Host-</c> name there.</summary>
    public const string PlainName = "lx-session";

    /// <summary>The token of the request; null without one.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[NameOf(context)];

    /// <summary>Gives the browser a token; it goes when the browser closes.</summary>
    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(NameOf(context), token, Options(context));

    /// <summary>Takes the token back.</summary>
    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(NameOf(context), Options(context));

    private static string NameOf(HttpContext context) => HostCookies.NameOf(context, PlainName);

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
