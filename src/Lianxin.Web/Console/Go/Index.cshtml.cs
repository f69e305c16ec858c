using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Search;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>One thing that can be gone to or done: its name, where it belongs, its address.</summary>
public sealed record GoTarget(string Name, string Group, string Path);

/// <summary>Every page and action the officer may open, found by Chinese or pinyin initials; the palette of Ctrl+K asks the same.</summary>
public sealed class GoPage(CurrentActor current, TimeProvider time, ConsoleFrame frame, MatterReading reading) : ConsolePage(current, time)
{
    private const int Most = 40;

    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "Q"), Display(Name = "go.q")]
    public string? Q { get; set; }

    /// <summary>The page it was asked from: on a matter, its own steps come first.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public string? For { get; set; }

    /// <summary>What fits.</summary>
    public IReadOnlyList<GoTarget> Found { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGet() => Found = await Find();

    /// <summary>The same for the palette.</summary>
    public async Task<JsonResult> OnGetList() => new(await Find());

    private async Task<IReadOnlyList<GoTarget>> Find()
    {
        var all = new List<GoTarget>(await OfMatter());
        all.AddRange(frame.Rail.SelectMany(g => g.Links.Select(l => new GoTarget(reading.Words[l.Key], reading.Words[g.Key], l.Path))));
        if (MayOpen("/console/matters"))
        {
            all.AddRange(Enum.GetValues<QueueView>().Select(v => new GoTarget(reading.Words["view." + Conventions.Text(v)], reading.Words["console.rail.mine"], MyDayPage.Address(v, ListAddress.IsOwn(null, Actor)))));
            all.AddRange(Enum.GetValues<MatterState>().Select(s => new GoTarget(reading.Words["state." + Conventions.Text(s)], reading.Words["console.rail.matters"], "/console/matters?State=" + Conventions.Text(s))));
        }

        all.AddRange(LookChoice.Densities.Select(d => new GoTarget(reading.Words["density." + d], reading.Words["density.title"], Look("density", d))));
        all.Add(new GoTarget(reading.Words["letters.off"], reading.Words["console.keys"], Look("letters", "off")));
        all.Add(new GoTarget(reading.Words["letters.on"], reading.Words["console.keys"], Look("letters", "on")));
        all.Add(new GoTarget(reading.Words["phrases.title"], reading.Words["console.keys"], "/console/phrases"));
        return [.. all.Where(t => string.IsNullOrWhiteSpace(Q) || PinyinMatch.Matches(t.Name, Q) || PinyinMatch.Matches(t.Group + t.Name, Q)).Take(Most)];
    }

    // A number goes to its matter; a page of a matter brings its steps.
    private async Task<IEnumerable<GoTarget>> OfMatter()
    {
        if (MatterNumber.TryParse(Q, out var typed) && await reading.Find(typed.Value, Actor) is { } named)
        {
            Q = null;
            return [new GoTarget($"{typed.Grouped} {named.Title}", reading.Words["console.rail.matters"], "/console/matters/" + typed.Digits)];
        }

        var part = For?.Split('?')[0].Split('/').FirstOrDefault(p => MatterNumber.TryParse(p, out _));
        if (part is null || !MatterNumber.TryParse(part, out var number) || await reading.Find(number.Value, Actor) is not { } seen)
        {
            return [];
        }

        return StepLinks.Sorted(MatterLifecycle.OpenTo(seen.Matter, Actor, seen.Standing))
            .Select(step => new GoTarget(reading.Words["step." + step.Key], number.Grouped, StepLinks.Path(step, number.Value)));
    }

    private string Look(string name, string value) => "/look" + QueryString.Create(name, value).Add("back", Url.IsLocalUrl(For) ? For! : "/console");
}
