using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lianxin.Texts;
using Lianxin.Web.Api;
using Lianxin.Web.Console;
using Lianxin.Web.Demo;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Lianxin.Web.Hosting;

/// <summary>Registers pages, texts, languages, sizes, error pages and security headers: one line in Program.cs each way.</summary>
public static class Look
{
    /// <summary>Adds pages with our texts and the facts of the settings section <c>Site</c>.</summary>
    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<WordsLocalizer>();
        services.AddSingleton<IStringLocalizerFactory>(all => all.GetRequiredService<WordsLocalizer>());
        services.AddSingleton<PageWords>();
        services.AddScoped<ConsoleFrame>();
        services.AddSingleton<WitnessAlarm>();
        services.AddSingleton<MatterReading>();
        services.AddSingleton<InvariantsStanding>();
        services.AddSingleton(Facts);
        services.Configure<RequestLocalizationOptions>(Languages);
        services.AddRazorPages(options => options.RootDirectory = "/")
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create("", ""))
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new DayBinding());
                options.ModelMetadataDetailsProviders.Add(new WordedValidation());
                WordedValidation.Word(options.ModelBindingMessageProvider);
            });
        return services;
    }

    // A demo speaks as the fictional district; what the settings say comes over it.
    private static SiteFacts Facts(IServiceProvider all)
    {
        var facts = all.GetService<DataPlace>() is { } place && DemoMarker.Read(place.Folder) is not null ? DemoSite.Read() : new SiteFacts();
        all.GetRequiredService<IConfiguration>().GetSection("Site").Bind(facts);
        return facts;
    }

    /// <summary>Puts headers, error pages, languages, sizes and static files into the pipeline; pages are mapped by the caller.</summary>
    public static WebApplication UseLook(this WebApplication app)
    {
        app.Use(PageHeaders.Write);
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", StatusCodeSelector = StorageTrouble.StatusOf });
        app.UseWhen(
            context => ApiDoor.IsApi(context.Request.Path),
            programs => programs.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ApiProblems.Fault }));
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(RequestGate.Enter);
        app.Use(LeaveInterfacesAlone);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => Cache(file.Context) });
        app.Use((context, next) =>
        {
            LookChoice.Remember(context);
            return next(context);
        });
        app.MapGet("/look", LookChoice.ComeBack);
        return app;
    }

    // Programs are answered with a problem document, never with a page for people.
    private static Task LeaveInterfacesAlone(HttpContext context, RequestDelegate next)
    {
        var isInterface = context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/open311");
        if (isInterface && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }
        return next(context);
    }

    private static void Languages(RequestLocalizationOptions options)
    {
        options.SupportedCultures = [.. Words.Cultures];
        options.SupportedUICultures = [.. Words.Cultures];
        options.DefaultRequestCulture = new RequestCulture(Words.Cultures[0]);
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
            [new CustomRequestCultureProvider(LookChoice.Language), new AcceptLanguageHeaderRequestCultureProvider()];
    }

    // A file asked for with its fingerprint never changes under that address.
    private static void Cache(HttpContext context) => context.Response.Headers.CacheControl =
        context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
