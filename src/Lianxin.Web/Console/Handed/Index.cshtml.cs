using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>转来接收: what other offices pointed here, with the persons' own words; the unit says that it has it (LZ-24).</summary>
public sealed class HandedPage(CurrentActor current, TimeProvider time, MatterHandOns handOns) : ConsolePage(current, time), IReload
{
    /// <summary>What waits.</summary>
    public IReadOnlyList<ArrivedHandOn> Arrived { get; private set; } = [];

    /// <summary>True when there is more than the page shows.</summary>
    public bool More { get; private set; }

    /// <summary>Shows it.</summary>
    public Task OnGet() => Reload();

    /// <summary>The unit has it.</summary>
    public async Task<IActionResult> OnPost(Guid id)
    {
        await handOns.Accept(id, Actor);
        return Go("/console/handed", "accepted");
    }

    /// <inheritdoc/>
    public async Task Reload()
    {
        var waiting = await handOns.Waiting(Actor);
        (Arrived, More) = ([.. waiting.Take(MatterHandOns.Most)], waiting.Count > MatterHandOns.Most);
    }
}
