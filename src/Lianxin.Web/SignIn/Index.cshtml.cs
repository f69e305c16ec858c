using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.SignIn;

/// <summary>Name and password; the same answer whatever is wrong.</summary>
public sealed class IndexPage(StaffSignIn signIn, PageWords words) : PageModel
{
    /// <summary>The account name.</summary>
    [BindProperty, Required, MaxLength(60), Display(Name = "sign_in.account")]
    public string Account { get; set; } = "";

    /// <summary>The password; never written back into the page.</summary>
    [BindProperty, Required, Display(Name = "sign_in.password")]
    public string Password { get; set; } = "";

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>True when a form was kept that the ended session could not send.</summary>
    [BindProperty(SupportsGet = true, Name = "kept")]
    public bool Kept { get; set; }

    /// <summary>Checks them and asks for the code.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (ModelState.IsValid && await signIn.Password(Account, Password, Request.Headers.UserAgent.ToString()) is { } waiting)
        {
            SessionCookie.Write(HttpContext, waiting);
            return RedirectToPage("/SignIn/Code", new { back = Back });
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("Account", words["sign_in.wrong"]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
