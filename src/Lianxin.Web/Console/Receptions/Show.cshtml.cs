using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>一次接待: the matters said in one call or visit, of those the officer may see; their heads count once.</summary>
public sealed class ReceptionPage(CurrentActor current, TimeProvider time, MatterReading reading) : ConsolePage(current, time)
{
    /// <summary>The matters, at most a page.</summary>
    public IReadOnlyList<MatterRow> Rows { get; private set; } = [];

    /// <summary>Names and marks.</summary>
    public MatterNames Names { get; private set; } = null!;

    /// <summary>When the first was taken down.</summary>
    public DateTime At { get; private set; }

    /// <summary>By which channel.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>人次.</summary>
    public int Heads { get; private set; }

    /// <summary>Shows it; a reception of which one may see nothing is not there.</summary>
    public async Task<IActionResult> OnGet(Guid id)
    {
        await using var db = reading.Open();
        var rules = await reading.Rules(db);
        var all = await db.Matters.Where(MatterVisibility.SeenBy(Actor, rules)).Where(m => m.Reception == id).OrderBy(m => m.Number)
            .Select(m => new { m.Number, m.ReceivedAt, m.Channel, m.Heads }).Take(MatterQueues.PageSize).ToListAsync();
        if (all.Count == 0)
        {
            return NotFound();
        }

        Rows = await MatterQueues.These(db, all.ConvertAll(m => m.Number), rules, Actor);
        (Names, At, Channel, Heads) = (new MatterNames(rules, reading.Words), all[0].ReceivedAt, all[0].Channel, all.Max(m => m.Heads));
        return Page();
    }
}
