using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Issues a key and shows its secret, this once.</summary>
public sealed class KeyAddPage(CurrentActor current, TimeProvider time, ApiKeyDesk desk, PageWords words) : ConsolePage(current, time)
{
    private const int UsualDays = 180;

    /// <summary>What is asked.</summary>
    public IssueKey Input { get; private set; } = new();

    /// <summary>The secret just made; in no address, no log and no row.</summary>
    public string? Secret { get; private set; }

    /// <summary>The units to choose from.</summary>
    public IEnumerable<SelectListItem> Units => UnitChoices.Units(Tree, Today);

    /// <summary>What a key may be for.</summary>
    public IEnumerable<SelectListItem> Scopes => KeyScopes.All.Select(s => new SelectListItem(words["keys.scope." + s.Replace(':', '.')], s));

    /// <summary>Shows the form.</summary>
    public void OnGet() => Input = new IssueKey { LastOn = Today.AddDays(UsualDays) };

    /// <summary>Issues the key. No redirect: the secret could be shown after one only if it were kept.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Reads(Input, nameof(Input)))
        {
            return Wrong();
        }

        (_, Secret) = await desk.Issue(Input, Actor);
        return Page();
    }
}
