using Lianxin.Foundation;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The officer's unsent forms: drafts, and what an ended session would have lost.</summary>
public sealed class DraftsPage(CurrentActor current, TimeProvider time, KeptForms kept, PageWords words) : ConsolePage(current, time)
{
    /// <summary>Each with its page.</summary>
    public IReadOnlyList<(string Path, DateTime At, bool ByHand)> Forms { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGet() => Forms = await kept.Of(Me.Id);

    /// <summary>Puts the form of a page away as it stands, unchecked, and goes back to it.</summary>
    public async Task<IActionResult> OnPostKeep([FromQuery(Name = "for")] string? page)
    {
        if (page is null || !Url.IsLocalUrl(page) || !KeptForms.Takes(PathOf(page)))
        {
            return NotFound();
        }

        await kept.Keep(Me.Id, PathOf(page), Request.Form, byHand: true);
        return LocalRedirect(page);
    }

    /// <summary>Drops what was kept.</summary>
    public async Task<IActionResult> OnPostDrop(string? page)
    {
        if (page is null || !Url.IsLocalUrl(page))
        {
            return NotFound();
        }

        await kept.Drop(Me.Id, PathOf(page));
        return LocalRedirect(page);
    }

    /// <summary>What the page of a path is called.</summary>
    public string NameOf(string path)
    {
        var parts = path.Trim('/').Split('/');
        var number = parts.FirstOrDefault(p => MatterNumber.TryParse(p, out _));
        return number is null ? words[path == "/console/intake" ? "intake.title" : "drafts.other"]
            : parts[^1] == number ? words.Number(number) : words["drafts.step", words["step." + parts[^1].Replace('-', '_')], words.Number(number)];
    }

    private static string PathOf(string page) => page.Split('?')[0];
}
