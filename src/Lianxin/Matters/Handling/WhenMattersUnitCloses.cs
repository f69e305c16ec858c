using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Units;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Moves what a closed unit had to its successor, in the same save: its own matters, those offered to it, and the help it owed (INV-01).</summary>
public sealed class WhenMattersUnitCloses(OfficerBook book) : Listener<UnitClosed>
{
    /// <inheritdoc/>
    public override async Task Hear(UnitClosed fact, Stamp stamp, Work work)
    {
        var db = await work.Db();
        var people = await book.Read(work);
        var today = ShanghaiTime.DayOf(work.Now);

        // Asked only when there is something to hand over: an empty unit may be followed by one that has nobody yet.
        Guid Officer() => (people.TriageOfficerOf(fact.Successor, today) ?? people.HeadOf(fact.Successor, today))?.Id ?? throw MatterRefusals.NoSuchOfficer();
        foreach (var matter in await db.Matters.Where(m => m.Unit == fact.Unit && m.State != MatterState.Closed).OrderBy(m => m.Number).ToListAsync())
        {
            await work.Save(new MatterHandedOver(matter.Officer, Officer(), fact.Successor, "unit_closed"), matter.Number);
        }

        foreach (var matter in await db.Matters.Where(m => m.OfferedTo == fact.Unit).OrderBy(m => m.Number).ToListAsync())
        {
            // What the successor gave itself needs no second hand: it is accepted there.
            await work.Save(
                matter.Unit == fact.Successor ? new MatterAccepted(fact.Successor, Officer()) : new MatterDispatched(fact.Successor, "unit_closed"), matter.Number);
        }

        foreach (var help in await db.CoHandlers.Where(h => h.Unit == fact.Unit && h.AnsweredAt == null).OrderBy(h => h.Matter).ToListAsync())
        {
            await work.Find<Matter>(help.Matter);
            await work.Save(new MatterHelperMoved(help.Id, fact.Successor), help.Matter);
        }
    }
}
