using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Texts;
using Lianxin.Web.Api;

namespace Lianxin.Web.Hosting;

/// <summary>Asks the matrix before every endpoint. Anybody is sent to sign in; an officer without the role learns which one is needed and who grants it.</summary>
public static class AccessGuard
{
    /// <summary>Adds sessions and the scheme that reads them.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddAuthentication(SignInScheme.SchemeName)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, SignInScheme>(SignInScheme.SchemeName, null);
        services.AddSingleton<ITables, KeptFormTables>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<IListen, WhenDataErasedForms>();
        services.AddJob<ClearKeptForms>();
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options =>
        {
            options.Filters.Add<KeptFormFilter>();
            options.Filters.Add<RefusalPageFilter>();
        });
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options => options.FormFieldName = "_form");
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IHttpContextAccessor>((options, request) => options.Cookie = new FormCookie(request)
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            SecurePolicy = CookieSecurePolicy.SameAsRequest,
        });
        return services.AddSharedProtection();
    }

    /// <summary>Reads the session, then guards; stands after the look and before every endpoint.</summary>
    public static WebApplication UseSignIn(this WebApplication app)
    {
        app.UseWhen(context => !ApiDoor.IsApi(context.Request.Path), pages => pages.UseAuthentication());
        app.UseWhen(context => ApiDoor.IsApi(context.Request.Path), programs => programs.Use(app.Services.GetRequiredService<ApiDoor>().Enter));
        app.Use(Guard);
        return app;
    }

    private static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var row = AccessMatrix.Find(endpoint.RoutePattern.RawText ?? "", context.Request.Method);
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        if (row?.Allows(current.Actor) == true)
        {
            if (current.IsSignedIn)
            {
                context.Response.Headers.CacheControl = "no-store";
                var frame = context.RequestServices.GetRequiredService<ConsoleFrame>();
                RailOf.Fill(frame, current, Today(context));
                frame.Witnesses = await context.RequestServices.GetRequiredService<WitnessAlarm>().Read();
            }

            await next(context);
            return;
        }

        await Refuse(context, row, current);
    }

    private static async Task Refuse(HttpContext context, AccessRow? row, CurrentActor current)
    {
        if (ApiDoor.IsApi(context.Request.Path))
        {
            throw ApiDoor.Closed(context, row);
        }

        if (current.IsSignedIn)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Features.Set(new WhoGrants(await Grants(context, row)));
            return;
        }

        var kept = await Keep(context);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/sign-in" + QueryString.Create([new("back", BackTo(context)), .. kept ? [new("kept", "true")] : Array.Empty<KeyValuePair<string, string?>>()]);
    }

    // A handler's name belongs to the sending; after sign-in the page itself is opened.
    private static string BackTo(HttpContext context)
    {
        var shown = PageShown.Path(context);
        var (path, query) = shown.Split('?', 2) is [var p, var q] ? (p, q) : (shown, "");
        var parts = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).Where(pair => pair.Key != "handler")
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return path + QueryString.Create(parts);
    }

    // Only for the officer whose session has just ended: without its cookie nothing is kept for nobody.
    private static async Task<bool> Keep(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !KeptForms.Takes(request.Path) || !request.HasFormContentType || request.ContentLength is null or > MostKept
            || request.Headers.ContainsKey("X-Requested-With")
            || await context.RequestServices.GetRequiredService<StaffSessions>().Ended(SessionCookie.Read(context)) is not { } officer)
        {
            return false;
        }

        return await context.RequestServices.GetRequiredService<KeptForms>().Keep(officer, request.Path.Value!, await request.ReadFormAsync(), byHand: false);
    }

    private const long MostKept = 1 << 20;

    /// <summary>The roles that open the page, and the security administrators who give them, with their units.</summary>
    private static async Task<string> Grants(HttpContext context, AccessRow? row)
    {
        var language = CultureInfo.CurrentUICulture;
        await using var db = context.RequestServices.GetRequiredService<LianxinDatabase>().Read();
        var people = await context.RequestServices.GetRequiredService<OfficerBook>().Read(db);
        var today = Today(context);
        var givers = people.With(Roles.SecurityAdmin, today).Select(o => people.UnitOf(o.Id, today) is { } unit
            ? Words.Get("access.giver", language, people.NameOf(o.Id), people.Units.NameOf(unit, today, language.Name))
            : people.NameOf(o.Id));
        var roles = Roles.Staff.Where(r => row?.Roles.Contains(r) == true).Select(r => Words.Get($"role.{r}", language));
        var comma = Words.Get("access.comma", language);
        return Words.Get("access.grants", language, string.Join(comma, roles), string.Join(comma, givers));
    }

    private static DateOnly Today(HttpContext context) =>
        ShanghaiTime.DayOf(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
}
