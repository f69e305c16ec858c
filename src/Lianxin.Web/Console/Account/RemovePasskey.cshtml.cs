using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lianxin.Web.Console;

/// <summary>Asks before one of the own passkeys goes; another's passkey is one that does not exist.</summary>
public sealed class RemovePasskeyPage(CurrentActor current, TimeProvider time, Passkeys passkeys) : ConsolePage(current, time)
{
    /// <summary>The passkey.</summary>
    public ListedPasskey Passkey { get; private set; } = null!;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if ((await passkeys.Of(Me.Id)).FirstOrDefault(p => p.Id == id) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Passkey = found;
        await next();
    }

    /// <summary>Removes it.</summary>
    public async Task<IActionResult> OnPost()
    {
        await passkeys.Remove(Me.Id, Passkey.Id, Actor);
        return Go("/console/account", "passkey_removed");
    }
}
