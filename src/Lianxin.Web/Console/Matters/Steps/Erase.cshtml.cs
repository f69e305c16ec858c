using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>A person at the window asks for erasure; the officer has checked who it is (个人信息保护法 art. 47, 50).</summary>
public sealed class ErasePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterErasure desk)
    : StepPage(current, time, reading, MatterLifecycle.EraseAtWindow)
{
    /// <summary>What goes.</summary>
    [BindProperty, Required, Display(Name = "erasure.scope")]
    public string? Scope { get; set; } = "contact";

    /// <summary>Why.</summary>
    [BindProperty, Required, Display(Name = "erasure.ground")]
    public string? Ground { get; set; }

    /// <summary>The document was seen.</summary>
    [BindProperty, Display(Name = "erasure.identified")]
    public bool Identified { get; set; }

    /// <summary>What else was said; never the document's number.</summary>
    [BindProperty, Display(Name = "field.note")]
    public string? Note { get; set; }

    /// <summary>The two scopes.</summary>
    public IEnumerable<SelectListItem> Scopes => Coded("erasure.scope.", Enum.GetValues<ErasureScope>().Select(Conventions.Text));

    /// <summary>The grounds a person may have.</summary>
    public IEnumerable<SelectListItem> Grounds => Coded("erasure.ground.", ErasureRules.PersonsGrounds.Select(Conventions.Text));

    /// <summary>From when words and photos may go.</summary>
    public DateOnly KeptUntil => ErasureRules.KeptUntil(Matter, Rules) ?? Today;

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!Conventions.TryParse<ErasureScope>(Scope, out var scope))
        {
            throw MatterRefusals.Missing("scope");
        }

        if (!Conventions.TryParse<ErasureGround>(Ground, out var ground) || !ErasureRules.PersonsGrounds.Contains(ground))
        {
            throw MatterRefusals.Missing("ground");
        }

        await desk.AskAtWindow(At, scope, ground, Identified, Note, Actor);
        return await Finished();
    }
}
