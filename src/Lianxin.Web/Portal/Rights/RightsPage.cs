using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>A page of the person's own data (个人信息保护法 art. 44-50): open after the phone on record was typed in, otherwise it leads back to that question.</summary>
public abstract class RightsPage(TrackingDoor door, RightsDoor rights, LianxinDatabase database, Rules rules) : OwnMatterPage(door, database, rules)
{
    /// <summary>The cookie of an open page; it goes to this matter's data pages only.</summary>
    protected const string Session = "lx-rights";

    /// <summary>Who asks is known.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>There is a number to be known by.</summary>
    public bool HasPhone { get; private set; }

    /// <summary>From when words and photos may be erased; null while the matter runs.</summary>
    public DateOnly? KeptUntil => ErasureRules.KeptUntil(Matter, Book);

    /// <inheritdoc/>
    protected override async Task Load(LianxinDb db)
    {
        IsKnown = await rights.IsOpen(db, Request.Cookies[HostCookies.NameOnPath(HttpContext, Session)], Number);
        HasPhone = await RightsDoor.HasPhone(db, Number);
    }

    /// <summary>Back to the question who asks.</summary>
    protected RedirectResult ToQuestion() => Redirect(At("data"));

    /// <summary>The data page, which says what was done.</summary>
    protected RedirectResult Finished(string done) => Redirect(At("data") + "?done=" + done);
}
