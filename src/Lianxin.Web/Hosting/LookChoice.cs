using Lianxin.Texts;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Localization;

namespace Lianxin.Web.Hosting;

/// <summary>What a person chose for language and size: the address says it first, then the cookie; a choice in the address is remembered for a year.</summary>
public static class LookChoice
{
    /// <summary>The cookie that keeps the language.</summary>
    public const string LanguageCookie = "lx-lang";

    /// <summary>The cookie that keeps the size.</summary>
    public const string ModeCookie = "lx-mode";

    /// <summary>The size of the page being answered.</summary>
    public static ReadingMode Mode(HttpContext context) =>
        Mode(context.Request.Query["mode"]) ?? Mode(context.Request.Cookies[ModeCookie]) ?? ReadingMode.Standard;

    /// <summary>The classes of the root element: the one switch every page hangs on.</summary>
    public static string RootClass(HttpContext context, bool staff = false)
    {
        var mode = Mode(context) switch
        {
            ReadingMode.Senior => " lx-senior",
            ReadingMode.Largest => " lx-senior lx-largest",
            _ => "",
        };
        return (staff ? "lx-root lx-staff" : "lx-root") + mode;
    }

    /// <summary>A link that changes language or size and comes back to the page it stands on; no script needed.</summary>
    public static string Switch(HttpContext context, string name, string value)
    {
        var query = new QueryBuilder { { name, value }, { "back", PageShown.Path(context) } };
        return "/look" + query.ToQueryString();
    }

    internal static Task<ProviderCultureResult?> Language(HttpContext context)
    {
        var asked = Known(context.Request.Query["lang"]) ?? Known(context.Request.Cookies[LanguageCookie]);
        return Task.FromResult(asked is null ? null : new ProviderCultureResult(asked));
    }

    internal static void Remember(HttpContext context)
    {
        if (Known(context.Request.Query["lang"]) is { } language)
        {
            Keep(context, LanguageCookie, language);
        }
        if (Mode(context.Request.Query["mode"]) is { } mode)
        {
            Keep(context, ModeCookie, mode.ToString().ToLowerInvariant());
        }
    }

    internal static IResult ComeBack(HttpContext context)
    {
        var back = context.Request.Query["back"].ToString();
        return Results.LocalRedirect(IsLocal(back) ? back : "/");
    }

    private static bool IsLocal(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\')
        && !path.Any(char.IsControl);

    private static ReadingMode? Mode(string? text) => text switch
    {
        "standard" => ReadingMode.Standard,
        "senior" => ReadingMode.Senior,
        "largest" => ReadingMode.Largest,
        _ => null,
    };

    private static string? Known(string? tag) =>
        Words.Cultures.FirstOrDefault(culture => string.Equals(culture.Name, tag, StringComparison.OrdinalIgnoreCase))?.Name;

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
}
