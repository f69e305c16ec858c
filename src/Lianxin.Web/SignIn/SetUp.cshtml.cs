using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.SignIn;

/// <summary>What a one-time link opens. Opening it uses nothing up: mail scanners open links; the button acts.</summary>
public sealed class SetUpPage(OfficerAccount accounts, SignInSettings settings) : PageModel
{
    /// <summary>The link's token.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The new password; never written back into the page.</summary>
    [BindProperty, Display(Name = "sign_in.password_new")]
    public string? Password { get; set; }

    /// <summary>A code of the new generator.</summary>
    [BindProperty, Display(Name = "sign_in.code")]
    public string? Code { get; set; }

    /// <summary>The account; null when the link is unknown, used or too old.</summary>
    public string? Account { get; private set; }

    /// <summary>True for a link that sets the account up, false for one that signs in.</summary>
    public bool IsSetUp { get; private set; }

    /// <summary>The secret to type, in groups of four.</summary>
    public string Secret => string.Join(' ', Totp.Base32(accounts.SecretOf(Token)).Chunk(4).Select(c => new string(c)));

    /// <summary>What the QR code says.</summary>
    public string Address => Totp.Address(settings.Issuer, Account!, accounts.SecretOf(Token));

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await accounts.Link(Token);
        Account = found?.Officer.Code;
        IsSetUp = found?.Link.Kind == LinkKind.SetUp;
        Response.StatusCode = found is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        HttpContext.Response.Headers.CacheControl = "no-store";
        await next();
    }

    /// <summary>Sets up or signs in.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Account is null)
        {
            return Page();
        }

        var agent = Request.Headers.UserAgent.ToString();
        var token = IsSetUp ? await accounts.SetUp(Token, Password ?? "", Code ?? "", agent) : await accounts.SignIn(Token, agent);
        SessionCookie.Write(HttpContext, token);
        return Redirect(Landing.Of);
    }
}
