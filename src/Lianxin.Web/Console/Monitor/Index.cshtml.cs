using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>Counts the breaches of INV-01 to INV-06 as the rows stand now (WQ-41); names at most fifty of each.</summary>
public sealed class InvariantsPage(CurrentActor current, TimeProvider time, Invariants invariants, ClockDesk clocks) : ConsolePage(current, time)
{
    /// <summary>Each invariant as it stands.</summary>
    public IReadOnlyList<InvariantCheck> Checks { get; private set; } = [];

    /// <summary>Jumps of machines' clocks that nobody has settled.</summary>
    public IReadOnlyList<ClockJump> Jumps { get; private set; } = [];

    /// <summary>Checks now.</summary>
    public async Task OnGet()
    {
        Checks = await invariants.Check();
        Jumps = [.. (await clocks.Jumps()).Where(j => j is { EndedAt: null, FollowedAt: null })];
    }
}
