namespace Lianxin.Web.Hosting;

/// <summary>
/// Names of cookies: on https each bears the mark by which the browser itself holds it to this host and to https (RFC 6265bis, 4.1.3);
/// on http, which is for localhost, no browser takes a marked name.
/// </summary>
internal static class HostCookies
{
    private const string WholeHost = "__Host-";
    private const string OnePath = "__Secure-";

    /// <summary>The name of a cookie for the whole host.</summary>
    internal static string NameOf(HttpContext context, string name) => context.Request.IsHttps ? WholeHost + name : name;

    /// <summary>The name of a cookie that is kept to one path, which a <c>__Host-</c> cookie cannot be.</summary>
    internal static string NameOnPath(HttpContext context, string name) => context.Request.IsHttps ? OnePath + name : name;
}

/// <summary>The antiforgery cookie: its name depends on the request, its value is of no use without the form.</summary>
internal sealed class FormCookie(IHttpContextAccessor request) : CookieBuilder
{
    internal const string PlainName = "lx-form";

    public override string? Name
    {
        get => request.HttpContext is { } context ? HostCookies.NameOf(context, PlainName) : PlainName;
        set => throw new NotSupportedException("The name follows from the request.");
    }
}
