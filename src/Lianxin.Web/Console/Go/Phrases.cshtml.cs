using Lianxin.Profiles;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>常用语: what offices write again and again; two semicolons in any text box bring them.</summary>
public sealed class PhrasesPage(CurrentActor current, TimeProvider time, MatterReading reading) : ConsolePage(current, time)
{
    /// <summary>The phrases in force.</summary>
    public IReadOnlyList<ProfilePhrase> Phrases { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGet()
    {
        await using var db = reading.Open();
        Phrases = (await reading.Rules(db)).Lists.Phrases;
    }

    /// <summary>The same for the box that inserts one.</summary>
    public async Task<JsonResult> OnGetList(string? q)
    {
        await OnGet();
        var language = reading.Words.Culture.Name;
        return new(Phrases.Select(p => new GoTarget(p.Text.In(language), reading.Words["phrases.use." + p.Use], "")).Where(p => string.IsNullOrWhiteSpace(q) || Lianxin.Search.PinyinMatch.Matches(p.Name, q)));
    }
}
