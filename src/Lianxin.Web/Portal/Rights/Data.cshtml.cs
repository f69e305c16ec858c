using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>我的个人信息: first who asks, then everything that is held about the person of this matter, and what the person may do with it.</summary>
public sealed class DataPage(
    TrackingDoor door, RightsDoor rights, LianxinDatabase database, Rules rules, MatterTimeline timeline, MatterRights desk, ContactLooks looks,
    OwnCopy copies, AddressLimits limits, PageWords words, SiteFacts site) : RightsPage(door, rights, database, rules)
{
    private static readonly string[] Dones = ["corrected", "consent", "erase"];
    private readonly RightsDoor _rights = rights;

    /// <summary>The number on record, typed in full.</summary>
    [BindProperty, Display(Name = "portal.data.phone")]
    public string? Phone { get; set; }

    /// <summary>The contact in plain, on this answer only.</summary>
    public IReadOnlyDictionary<string, string> Contact { get; private set; } = new Dictionary<string, string>();

    /// <summary>What the person wrote and sent, oldest first.</summary>
    public IReadOnlyList<TimelineItem> Own { get; private set; } = [];

    /// <summary>谁看过我的信息.</summary>
    public IReadOnlyList<ContactLook> Looks { get; private set; } = [];

    /// <summary>The last request to erase; null for none.</summary>
    public ErasureRequest? LastRequest { get; private set; }

    /// <summary>The version of the privacy notice the report was sent under; null where none was shown.</summary>
    public PrivacyNotice? Notice { get; private set; }

    /// <summary>What was done before the page was shown.</summary>
    public string? Done => Dones.FirstOrDefault(done => done == Request.Query["done"].ToString());

    /// <summary>The address of a photo.</summary>
    public string PhotoAt(TimelineItem hand, string photo) => At($"photos/{hand.Seq}/{photo[6..]}");

    /// <summary>Where the request stands, as the last part of a text key.</summary>
    public string? RequestState => LastRequest switch
    {
        null => null,
        { DoneAt: not null } => "done",
        { RefusedAt: not null } => "refused",
        { SecondAt: not null } => "approved",
        _ => "waiting",
    };

    /// <inheritdoc/>
    protected override async Task Load(LianxinDb db)
    {
        await base.Load(db);
        LastRequest = await db.ErasureRequests.Where(r => r.Matter == Number).OrderByDescending(r => r.Id).FirstOrDefaultAsync();
        if (IsKnown)
        {
            Own = OwnCopy.Of(await timeline.Read(db, Book, Number, words.Culture.Name));
            Looks = await looks.Of(db, Number);
            Notice = await copies.NoticeOf(db, Number);
        }
    }

    /// <summary>Shows the question, or the data; a look at the own contact is recorded too.</summary>
    public async Task OnGet()
    {
        ModelState.Clear();
        if (IsKnown)
        {
            Contact = await desk.Look(Number, MatterRights.OwnLook, Person);
        }
    }

    /// <summary>Takes the number.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!limits.MayTrack(HttpContext.Connection.RemoteIpAddress))
        {
            return Wrong(StatusCodes.Status429TooManyRequests, "", "portal.too_often", AddressLimits.Minutes, site.Hotline);
        }

        if (!PhoneNumber.TryParse(Phone, out var phone))
        {
            return Wrong(StatusCodes.Status400BadRequest, nameof(Phone), "portal.data.phone_wrong");
        }

        var (result, token) = await _rights.Open(new MatterNumber(Number), phone);
        if (token is null)
        {
            return result == TrackTry.Wait
                ? Wrong(StatusCodes.Status429TooManyRequests, "", "portal.data.wait", TrackingDoor.WaitMinutes, site.Hotline)
                : Wrong(StatusCodes.Status400BadRequest, nameof(Phone), "portal.data.not_on_record");
        }

        Response.Cookies.Append(HostCookies.NameOnPath(HttpContext, Session), token, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = RightsDoor.Life,
            Path = At("data"),
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
        });
        return Redirect(At("data"));
    }

    private PageResult Wrong(int status, string field, string key, params object[] arguments)
    {
        ModelState.AddModelError(field, words[key, arguments]);
        Response.StatusCode = status;
        return Page();
    }
}
