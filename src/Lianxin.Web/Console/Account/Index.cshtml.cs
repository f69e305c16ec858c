using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lianxin.Web.Console;

/// <summary>The own account: sessions and password.</summary>
public sealed class AccountPage(CurrentActor current, TimeProvider time, StaffSessions sessions, OfficerAccount accounts, Passkeys passkeys, PageWords words)
    : ConsolePage(current, time)
{
    /// <summary>A new password.</summary>
    public ChangePassword Change { get; } = new();

    /// <summary>The own sessions, newest first.</summary>
    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    /// <summary>The own passkeys.</summary>
    public IReadOnlyList<ListedPasskey> Passkeys { get; private set; } = [];

    /// <summary>The own roles in words.</summary>
    public string MyRoles => string.Join(words["access.comma"], Roles.Staff.Where(Actor.Is).Select(r => words[$"role.{r}"]));

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Sessions = await sessions.Of(Me.Id);
        Passkeys = await passkeys.Of(Me.Id);
        await next();
    }

    /// <summary>Ends one of the own sessions.</summary>
    public async Task<IActionResult> OnPostEnd(Guid session)
    {
        await sessions.End(Me.Id, session, Actor);
        return Go("/console/account", "ended");
    }

    /// <summary>Ends all own sessions but this one.</summary>
    public async Task<IActionResult> OnPostEndOthers()
    {
        await sessions.EndOthers(Me.Id, MySession.Id, Actor);
        return Go("/console/account", "ended");
    }

    /// <summary>Changes the password; all other sessions end.</summary>
    public async Task<IActionResult> OnPostPassword()
    {
        if (!await Reads(Change, nameof(Change)))
        {
            return Wrong();
        }

        await accounts.ChangePassword(Me.Id, MySession.Id, Change.Current, Change.Password, Actor);
        return Go("/console/account", "password");
    }

    /// <summary>The old password and the new one.</summary>
    public sealed class ChangePassword
    {
        /// <summary>The old one.</summary>
        [Required, Display(Name = "account.current")]
        public string Current { get; set; } = "";

        /// <summary>The new one.</summary>
        [Required, Display(Name = "sign_in.password_new")]
        public string Password { get; set; } = "";
    }
}
