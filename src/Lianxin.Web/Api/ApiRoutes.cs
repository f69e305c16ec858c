using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Api;

/// <summary>The JSON interface in the host: its parts, its door, its routes.</summary>
public static class ApiRoutes
{
    /// <summary>Where everything of this version begins.</summary>
    public const string Root = "/api/v1";

    /// <summary>Adds the parts.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ITables, ApiTables>();
        services.AddSingleton<ApiDoor>();
        services.AddSingleton<ApiSubmit>();
        services.AddSingleton<ApiReading>();
        services.AddSingleton<ApiActing>();
        services.AddSingleton<ApiLists>();
        services.AddSingleton<ApiDocument>();
        services.AddJob<ClearApiAnswers>();
        return services;
    }

    /// <summary>Maps the routes. Each has its line in the access matrix and its place in the document.</summary>
    public static void MapApi(this WebApplication app)
    {
        Func<ApiSubmit> submit = app.Services.GetRequiredService<ApiSubmit>;
        Func<ApiReading> reading = app.Services.GetRequiredService<ApiReading>;
        Func<ApiLists> lists = app.Services.GetRequiredService<ApiLists>;
        app.MapPost(Root + "/matters", (RequestDelegate)(context => submit().Handle(context))).WithMetadata(new RequestSizeLimitAttribute(ApiBody.MostWithPhotos));
        app.MapGet(Root + "/matters", (RequestDelegate)(context => reading().List(context)));
        app.MapGet(Root + "/matters/{number}", (RequestDelegate)(context => reading().One(context)));
        app.MapGet(Root + "/matters/{number}/thread", (RequestDelegate)(context => reading().Thread(context)));
        app.MapGet(Root + "/matters/{number}/deadline", (RequestDelegate)(context => reading().Deadline(context)));
        app.MapPost(Root + "/matters/{number}/steps/{step}", (RequestDelegate)(context => app.Services.GetRequiredService<ApiActing>().Handle(context)));
        app.MapGet(Root + "/categories", (RequestDelegate)(context => lists().Categories(context)));
        app.MapGet(Root + "/places", (RequestDelegate)(context => lists().Places(context)));
        app.MapGet(Root + "/units", (RequestDelegate)(context => lists().Units(context)));
        app.MapGet(Root + "/channels", (RequestDelegate)(context => lists().Channels(context)));
        app.MapGet(Root + "/calculator", (RequestDelegate)(context => lists().Calculator(context)));
        app.MapGet(Root + "/figures", (RequestDelegate)(context => lists().Figures(context)));
        app.MapGet(Root + "/openapi.json", (RequestDelegate)(context => app.Services.GetRequiredService<ApiDocument>().Json(context)));
        app.MapGet(Root + "/openapi.yaml", (RequestDelegate)(context => app.Services.GetRequiredService<ApiDocument>().Yaml(context)));
    }
}
