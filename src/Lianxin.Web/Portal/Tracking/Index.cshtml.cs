using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Portal;

/// <summary>查进度: number and code open the matter's page for half an hour.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TrackPage(TrackingDoor door, AddressLimits limits, PageWords words, SiteFacts site) : PageModel
{
    /// <summary>The number, typed in any grouping.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "receipt.number")]
    public string? Number { get; set; }

    /// <summary>The six digits.</summary>
    [BindProperty, Display(Name = "receipt.code")]
    public string? Code { get; set; }

    /// <summary>A page opened by code has ended.</summary>
    public bool HasEnded => Request.Query["ended"] == "1";

    /// <summary>Shows the form.</summary>
    public void OnGet() => ModelState.Clear();

    /// <summary>Opens the matter, or says the same for a wrong number and a wrong code.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!limits.MayTrack(HttpContext.Connection.RemoteIpAddress))
        {
            ModelState.AddModelError("", words["portal.too_often", AddressLimits.Minutes, site.Hotline]);
            return Wrong(StatusCodes.Status429TooManyRequests);
        }

        var number = default(MatterNumber);
        var code = default(QueryCode);
        if (!MatterNumber.TryParse(Number, out number))
        {
            ModelState.AddModelError(nameof(Number), words["portal.track.number_wrong"]);
        }

        if (!QueryCode.TryParse(Code, out code))
        {
            ModelState.AddModelError(nameof(Code), words["portal.track.code_wrong"]);
        }

        if (!ModelState.IsValid)
        {
            return Wrong(StatusCodes.Status400BadRequest);
        }

        var (result, token) = await door.Open(number, code);
        if (token is null)
        {
            ModelState.AddModelError("", words[result == TrackTry.Wait ? "portal.track.wait" : "portal.track.wrong", TrackingDoor.WaitMinutes, site.Hotline]);
            return Wrong(result == TrackTry.Wait ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest);
        }

        Response.Cookies.Append(HostCookies.NameOnPath(HttpContext, OwnMatterPage.CodeSession), token, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TrackingDoor.SessionLife,
            Path = "/track",
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
        });
        return Redirect("/track/matter");
    }

    private PageResult Wrong(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
