using Lianxin.Matters;

namespace Lianxin.Web.Console;

/// <summary>The invariants for the head of the home page (WQ-41): looked at once a minute, however many open it.</summary>
public sealed class InvariantsStanding(Invariants invariants, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private (DateTime At, IReadOnlyList<InvariantCheck> Checks)? _last;

    /// <summary>Each invariant as it stood within the last minute; at most ten numbers each.</summary>
    public async Task<IReadOnlyList<InvariantCheck>> Now()
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (_last is { } last && now - last.At < Fresh && now >= last.At)
        {
            return last.Checks;
        }

        var checks = await invariants.Check(10);
        _last = (now, checks);
        return checks;
    }
}
