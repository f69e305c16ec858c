using Lianxin.Foundation;
using Lianxin.People;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Hands every open matter of an officer who goes away to the successor, in the same save, an entry each (INV-01).</summary>
public sealed class WhenOfficerLeaves : Listener<OfficerHandsOver>
{
    /// <inheritdoc/>
    public override async Task Hear(OfficerHandsOver fact, Stamp stamp, Work work)
    {
        var db = await work.Db();
        var why = fact switch { OfficerLeft => "leave", OfficerMoved => "moved", _ => "deactivated" };
        foreach (var matter in await db.Matters.Where(m => m.Officer == fact.Officer && m.State != MatterState.Closed).OrderBy(m => m.Number).ToListAsync())
        {
            await work.Save(new MatterHandedOver(fact.Officer, fact.Successor, matter.Unit, why), matter.Number);
        }
    }
}
