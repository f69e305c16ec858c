using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.SignIn;

/// <summary>The code of the generator; then the session is open under a new token.</summary>
public sealed class CodePage(StaffSignIn signIn, StaffSessions sessions, PageWords words) : PageModel
{
    /// <summary>Six digits.</summary>
    [BindProperty, Required, MaxLength(20), Display(Name = "sign_in.code")]
    public string Code { get; set; } = "";

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>Sends back to the password when none was given.</summary>
    public async Task<IActionResult> OnGet() =>
        await sessions.Find(SessionCookie.Read(HttpContext), SessionStep.Code) is null ? Redirect("/sign-in") : Page();

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPost()
    {
        var waiting = SessionCookie.Read(HttpContext);
        if (waiting is null || await sessions.Find(waiting, SessionStep.Code) is null)
        {
            return Redirect("/sign-in");
        }

        if (ModelState.IsValid && await signIn.Code(waiting, Code, Request.Headers.UserAgent.ToString()) is { } token)
        {
            SessionCookie.Write(HttpContext, token);
            return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : Landing.Of);
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("Code", words["sign_in.code.wrong"]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
