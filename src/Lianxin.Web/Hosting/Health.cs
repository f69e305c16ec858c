using System.Reflection;
using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Hosting;

/// <summary>What a watchdog asks: alive, ready, and which release.</summary>
public static class Health
{
    /// <summary>Maps <c>/healthz</c>, <c>/readyz</c> and <c>/version</c>.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", Ready);
        app.MapGet("/version", () => Results.Text(typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion));
    }

    private static async Task<IResult> Ready(LianxinDatabase database)
    {
        await using var db = database.Read();
        var head = await db.Set<Head>().SingleOrDefaultAsync();
        return head is null ? Results.Text("no head row", statusCode: StatusCodes.Status503ServiceUnavailable) : Results.Text("ready");
    }
}
