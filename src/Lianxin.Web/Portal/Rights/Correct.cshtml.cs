using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Vault;
using Lianxin.Web.Console;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>Corrects the own contact (个人信息保护法 art. 46); what stays empty stays as it is.</summary>
public sealed class CorrectDataPage(
    TrackingDoor door, RightsDoor rights, LianxinDatabase database, Rules rules, MatterRights desk, ContactVault vault, PageWords words)
    : RightsPage(door, rights, database, rules)
{
    private IReadOnlyDictionary<string, string> _masked = new Dictionary<string, string>();

    /// <summary>The new number.</summary>
    [BindProperty, Display(Name = "portal.report.phone")]
    public string? Phone { get; set; }

    /// <summary>The new name.</summary>
    [BindProperty, Display(Name = "portal.report.name")]
    public string? Name { get; set; }

    /// <summary>The new door.</summary>
    [BindProperty, Display(Name = "portal.report.door")]
    public string? Door { get; set; }

    /// <summary>What is on record now, masked; null for nothing.</summary>
    public string? Now(string path) => _masked.TryGetValue(path, out var value) ? words["portal.data.now", value] : null;

    /// <inheritdoc/>
    protected override async Task Load(LianxinDb db)
    {
        await base.Load(db);
        _masked = IsKnown ? await vault.Masked(db, Number, ContactMask.Of) : _masked;
    }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => IsKnown ? Page() : ToQuestion();

    /// <summary>Corrects.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!IsKnown)
        {
            return ToQuestion();
        }

        await desk.Correct(Shown(null), new CorrectContact(Name, Phone, Door), Person);
        return Finished("corrected");
    }
}
