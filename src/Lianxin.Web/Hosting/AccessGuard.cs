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
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options => options.Filters.Add<RefusalPageFilter>());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "lx-form";
            options.FormFieldName = "_form";
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        return services;
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
                RailOf.Fill(context.RequestServices.GetRequiredService<ConsoleFrame>(), current, Today(context));
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

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/sign-in?back=" + Uri.EscapeDataString(PageShown.Path(context));
    }

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
