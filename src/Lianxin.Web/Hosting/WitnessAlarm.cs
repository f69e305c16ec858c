using Lianxin.Foundation;

namespace Lianxin.Web.Hosting;

/// <summary>How the witnesses stand, for every staff page: asked anew at most once a minute.</summary>
public sealed class WitnessAlarm(LedgerWitnesses witnesses, TimeProvider time)
{
    private (DateTime At, WitnessStanding Standing)? _last;

    /// <summary>The standing, at most a minute old.</summary>
    public async Task<WitnessStanding> Read()
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (_last is { } last && now - last.At < TimeSpan.FromMinutes(1) && now >= last.At)
        {
            return last.Standing;
        }

        var standing = await witnesses.Standing();
        _last = (now, standing);
        return standing;
    }
}
