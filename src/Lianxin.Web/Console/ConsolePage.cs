using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Console;

/// <summary>What staff pages share: who acts, the people and units as this request sees them, today in Asia/Shanghai.</summary>
public abstract class ConsolePage(CurrentActor current, TimeProvider time) : PageModel
{
    /// <summary>Who acts.</summary>
    public Actor Actor => current.Actor;

    /// <summary>The officer who is signed in.</summary>
    public Officer Me => current.Officer!;

    /// <summary>The session.</summary>
    public StaffSession MySession => current.Session!;

    /// <summary>The people.</summary>
    public OfficerList Staff => current.People!;

    /// <summary>The units and places.</summary>
    public UnitTree Tree => Staff.Units;

    /// <summary>The instant of the clock.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Today in Asia/Shanghai.</summary>
    public DateOnly Today => ShanghaiTime.DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>What was done before this page was shown: the last part of a text key; null for nothing or something unknown.</summary>
    public string? Done => Request.Query["done"].ToString() is { Length: > 0 } done && done.All(c => c is '_' or (>= 'a' and <= 'z')) ? done : null;

    /// <summary>True when the person may open the route by GET.</summary>
    public bool MayOpen(string route) => AccessMatrix.MayOpen(Actor, route);

    /// <summary>True for the form that was sent and is shown again: it stays unfolded.</summary>
    public bool IsSent(string handler) => Request.Query["handler"] == handler;

    /// <summary>Reads one form of several on a page; false when something in it is wrong.</summary>
    protected async Task<bool> Reads<T>(T input, string prefix)
        where T : class
    {
        ModelState.Clear();
        return await TryUpdateModelAsync(input, prefix) && ModelState.IsValid;
    }

    /// <summary>The same page again with what is wrong, 400.</summary>
    protected PageResult Wrong()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Goes on to a page that says what was done.</summary>
    protected RedirectResult Go(string path, string done) => Redirect($"{path}?done={done}");
}
