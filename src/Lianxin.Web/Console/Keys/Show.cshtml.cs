using Lianxin.Database;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lianxin.Web.Console;

/// <summary>One key; it can be revoked.</summary>
public sealed class KeyShowPage(CurrentActor current, TimeProvider time, LianxinDatabase database, ApiKeyBook book, ApiKeyDesk desk) : ConsolePage(current, time)
{
    /// <summary>The key.</summary>
    public KnownKey Key { get; private set; } = null!;

    /// <summary>Loads the key before any handler, or answers 404.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await using (var db = database.Read())
        {
            var id = Guid.TryParse(context.RouteData.Values["id"] as string, out var given) ? given : Guid.Empty;
            if ((await book.Read(db)).All.FirstOrDefault(k => k.Row.Id == id) is not { } key)
            {
                context.Result = NotFound();
                return;
            }

            Key = key;
        }

        await next();
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // Everything was loaded before.
    }

    /// <summary>Revokes it: it opens nothing from the next request on.</summary>
    public async Task<IActionResult> OnPost()
    {
        await desk.Revoke(Key.Row.Id, Actor);
        return Go("/console/settings/keys", "revoked");
    }
}
