using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.SignIn;

/// <summary>Ends the session on the server and in the browser.</summary>
public sealed class SignOutPage(StaffSessions sessions, CurrentActor current) : PageModel
{
    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPost()
    {
        await sessions.End(current.Officer!.Id, current.Session!.Id, current.Actor);
        SessionCookie.Remove(HttpContext);
        return Redirect("/sign-in");
    }
}
