using Lianxin.Foundation;
using Lianxin.Units;

namespace Lianxin.People;

/// <summary>A unit closes only when nobody works there any more.</summary>
public sealed class WhenUnitClosed(OfficerBook book) : Listener<UnitClosed>
{
    /// <inheritdoc/>
    public override async Task Hear(UnitClosed fact, Stamp stamp, Work work)
    {
        var people = await book.Read(work);
        var today = ShanghaiTime.DayOf(stamp.At);

        // Who moves away in this very save has no row in the database yet.
        var leaving = work.Added<OfficerPost>().Where(p => p.Unit != fact.Unit && p.FromOn <= today).Select(p => p.Officer).ToHashSet();
        if (people.Of(fact.Unit, today).Any(o => !leaving.Contains(o.Id)))
        {
            throw PeopleRefusals.UnitHasPeople();
        }
    }
}
