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
        if (people.Of(fact.Unit, ShanghaiTime.DayOf(stamp.At)).Count > 0)
        {
            throw PeopleRefusals.UnitHasPeople();
        }
    }
}
