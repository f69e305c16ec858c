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

    /// <summary>The cookie that keeps how close the lines of staff pages stand.</summary>
    public const string DensityCookie = "lx-density";

    /// <summary>The cookie that keeps the columns of lists.</summary>
    public const string ColumnsCookie = "lx-columns";

    /// <summary>The cookie that keeps whether single letters act (WCAG 2.1.4).</summary>
    public const string LettersCookie = "lx-letters";

    /// <summary>紧凑 14 px, 标准 15 px, 宽松 16 px; the first is the usual one.</summary>
    public static readonly IReadOnlyList<string> Densities = ["compact", "standard", "loose"];

    /// <summary>How close the lines of a staff page stand.</summary>
    public static string Density(HttpContext context) =>
        Density(context.Request.Query["density"]) ?? Density(Kept(context, DensityCookie)) ?? Densities[0];

    /// <summary>True unless the officer switched single letters off.</summary>
    public static bool Letters(HttpContext context) =>
        (context.Request.Query["letters"].ToString() is { Length: > 0 } asked ? asked : Kept(context, LettersCookie)) != "off";

    /// <summary>The columns of lists that were chosen; null while none were.</summary>
    public static IReadOnlySet<string>? Columns(HttpContext context) => Kept(context, ColumnsCookie) is { } kept ? kept.Split('.').ToHashSet() : null;

    /// <summary>The size of the page being answered.</summary>
    public static ReadingMode Mode(HttpContext context) =>
        Mode(context.Request.Query["mode"]) ?? Mode(Kept(context, ModeCookie)) ?? ReadingMode.Standard;

    /// <summary>The classes of the root element: the one switch every page hangs on.</summary>
    public static string RootClass(HttpContext context, bool staff = false)
    {
        var mode = Mode(context) switch
        {
            ReadingMode.Senior => " lx-senior",
            ReadingMode.Largest => " lx-senior lx-largest",
            _ => "",
        };
        return (staff ? "lx-root lx-staff lx-density-" + Density(context) : "lx-root") + mode;
    }

    /// <summary>A link that changes language or size and comes back to the page it stands on; no script needed.</summary>
    public static string Switch(HttpContext context, string name, string value)
    {
        var query = new QueryBuilder { { name, value }, { "back", PageShown.Path(context) } };
        return "/look" + query.ToQueryString();
    }

    internal static Task<ProviderCultureResult?> Language(HttpContext context)
    {
        var asked = Known(context.Request.Query["lang"]) ?? Known(Kept(context, LanguageCookie));
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
        if (Density(context.Request.Query["density"]) is { } density)
        {
            Keep(context, DensityCookie, density);
        }
        if (context.Request.Query["letters"].ToString() is "on" or "off")
        {
            Keep(context, LettersCookie, context.Request.Query["letters"]!);
        }
    }

    internal static IResult ComeBack(HttpContext context)
    {
        var columns = context.Request.Query["columns"].Where(c => c is not null && c.All(char.IsAsciiLetterLower)).ToList();
        if (context.Request.Query.ContainsKey("columns"))
        {
            Keep(context, ColumnsCookie, string.Join('.', columns));
        }
        var back = context.Request.Query["back"].ToString();
        return Results.LocalRedirect(IsLocal(back) ? back : "/");
    }

    private static bool IsLocal(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\')
        && !path.Any(char.IsControl);

    private static string? Density(string? text) => Densities.FirstOrDefault(d => d == text);

    private static ReadingMode? Mode(string? text) => text switch
    {
        "standard" => ReadingMode.Standard,
        "senior" => ReadingMode.Senior,
        "largest" => ReadingMode.Largest,
        _ => null,
    };

    private static string? Known(string? tag) =>
        Words.Cultures.FirstOrDefault(culture => string.Equals(culture.Name, tag, StringComparison.OrdinalIgnoreCase))?.Name;

    private static string? Kept(HttpContext context, string name) => context.Request.Cookies[HostCookies.NameOf(context, name)];

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(HostCookies.NameOf(context, name), value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
        });
}
