using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Portal;

/// <summary>Asks for the own data to be erased (个人信息保护法 art. 47); what stands against it is said with its day.</summary>
public sealed class EraseDataPage(TrackingDoor door, RightsDoor rights, LianxinDatabase database, Rules rules, MatterErasure desk, PageWords words)
    : RightsPage(door, rights, database, rules)
{
    /// <summary>The contact alone, or everything.</summary>
    [BindProperty, Display(Name = "erasure.scope")]
    public string? Scope { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Display(Name = "erasure.ground")]
    public string? Ground { get; set; }

    /// <summary>The two scopes.</summary>
    public IEnumerable<SelectListItem> Scopes => Enum.GetValues<ErasureScope>().Select(s => new SelectListItem(words["erasure.scope." + Conventions.Text(s)], Conventions.Text(s)));

    /// <summary>The grounds.</summary>
    public IEnumerable<SelectListItem> Grounds => ErasureRules.PersonsGrounds.Select(g => new SelectListItem(words["erasure.ground." + Conventions.Text(g)], Conventions.Text(g)));

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => IsKnown ? Page() : ToQuestion();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPost(int? version)
    {
        if (!IsKnown)
        {
            return ToQuestion();
        }

        var scopeKnown = Conventions.TryParse<ErasureScope>(Scope, out var scope);
        var groundKnown = Conventions.TryParse<ErasureGround>(Ground, out var ground) && ErasureRules.PersonsGrounds.Contains(ground);
        if (!scopeKnown)
        {
            ModelState.AddModelError(nameof(Scope), words["portal.data.choose"]);
        }

        if (!groundKnown)
        {
            ModelState.AddModelError(nameof(Ground), words["portal.data.choose"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await desk.Ask(Shown(version), scope, ground, Person);
        return Finished("erase");
    }
}
