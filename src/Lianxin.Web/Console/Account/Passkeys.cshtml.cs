using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>A passkey is added in two steps: name and password first, so that no authenticator keeps one that was refused; then it is made.</summary>
public sealed class PasskeysPage(CurrentActor current, TimeProvider time, Passkeys passkeys, PasskeyQuestions questions) : ConsolePage(current, time)
{
    /// <summary>What its owner calls it.</summary>
    [BindProperty, Required, MaxLength(Passkeys.LongestName), Display(Name = "passkey.name")]
    public string Name { get; set; } = "";

    /// <summary>The account's password; never written back into the page.</summary>
    [BindProperty, Display(Name = "account.current")]
    public string? Current { get; set; }

    /// <summary>True where passkeys work.</summary>
    public bool IsOffered => questions.IsOffered(HttpContext);

    /// <summary>True when the owner gives the account's password first.</summary>
    public Task<bool> AsksPassword() => passkeys.HasPassword(Me.Id);

    /// <summary>The question, once the first step is done.</summary>
    public PasskeyQuestion? Question { get; private set; }

    /// <summary>Checks the owner and asks the authenticator.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid || !IsOffered)
        {
            return Wrong();
        }

        await passkeys.CheckOwner(Me.Id, Current ?? "");
        Question = await questions.ForAdding(HttpContext, Me, Staff.NameOf(Me.Id), Name.Trim());
        return Page();
    }

    /// <summary>Adds what the authenticator made.</summary>
    public async Task<IActionResult> OnPostPasskey(string? state, string? credential)
    {
        ModelState.Clear();
        await questions.Add(HttpContext, Me, state ?? "", credential ?? "", Actor);
        return Go("/console/account", "passkey");
    }
}
