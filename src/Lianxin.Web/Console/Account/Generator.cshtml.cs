using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>Another code generator: its secret travels sealed in the form until both codes are right.</summary>
public sealed class GeneratorPage(CurrentActor current, TimeProvider time, OfficerAccount accounts, SignInSettings settings) : ConsolePage(current, time)
{
    /// <summary>The new secret, sealed.</summary>
    [BindProperty]
    public string Fresh { get; set; } = "";

    /// <summary>A code of the generator in use.</summary>
    [BindProperty, Required, Display(Name = "account.code_old")]
    public string OldCode { get; set; } = "";

    /// <summary>A code of the new generator.</summary>
    [BindProperty, Required, Display(Name = "account.code_new")]
    public string NewCode { get; set; } = "";

    /// <summary>The secret to type.</summary>
    public string Secret => string.Join(' ', Totp.Base32(accounts.OpenSecret(Me.Id, Fresh)).Chunk(4).Select(c => new string(c)));

    /// <summary>What the QR code says.</summary>
    public string Address => Totp.Address(settings.Issuer, Me.Code, accounts.OpenSecret(Me.Id, Fresh));

    /// <summary>Makes a fresh secret.</summary>
    public void OnGet() => Fresh = accounts.NewSecret(Me.Id);

    /// <summary>Changes the generator.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!IsOurs())
        {
            return Redirect("/console/account/generator");
        }

        if (!ModelState.IsValid)
        {
            return Wrong();
        }

        await accounts.ChangeGenerator(Me.Id, Fresh, OldCode, NewCode, Actor);
        return Go("/console/account", "generator");
    }

    private bool IsOurs()
    {
        try
        {
            return accounts.OpenSecret(Me.Id, Fresh).Length > 0;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or InvalidOperationException)
        {
            // A form that was altered or sealed by an older key: it starts again with a fresh secret.
            return false;
        }
    }
}
