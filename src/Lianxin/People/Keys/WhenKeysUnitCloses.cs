using Lianxin.Foundation;
using Lianxin.Units;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>The keys of a unit end with it: nobody would answer for what their programs do.</summary>
public sealed class WhenKeysUnitCloses : Listener<UnitClosed>
{
    /// <inheritdoc/>
    public override async Task Hear(UnitClosed fact, Stamp stamp, Work work)
    {
        var db = await work.Db();
        foreach (var key in await db.ApiKeys.Where(k => k.Unit == fact.Unit && k.RevokedAt == null).OrderBy(k => k.Seq).ToListAsync())
        {
            await work.Save(new KeyRevoked(key.Id, "unit_closed"));
        }
    }
}
