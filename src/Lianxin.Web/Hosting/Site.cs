using Lianxin.Database;
using Lianxin.Web.Api;
using Lianxin.Web.Portal;

namespace Lianxin.Web.Hosting;

/// <summary>The web site put together: every server and every page test runs exactly this.</summary>
public static class Site
{
    /// <summary>Builds the site over a data place whose schema is up to date. <paramref name="adjust"/> lets a test bring its clock.</summary>
    public static WebApplication Build(DataPlace place, IConfiguration configuration, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        builder.Configuration.AddConfiguration(configuration);
        builder.Services.AddLianxin(place);
        builder.Services.AddLook();
        builder.Services.AddSignIn();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseProxies();
        app.UseLook();
        app.UseSignIn();
        app.MapHealth();
        app.MapApi();
        app.MapLedger();
        app.MapRazorPages();
        return app;
    }
}
