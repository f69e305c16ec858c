using Lianxin.Foundation;

namespace Lianxin.People;

/// <content>Absences.</content>
public sealed partial class PeopleDesk
{
    /// <summary>
    /// Records an absence from a day on; the successor answers from now, and matters change hands in the same save (INV-01).
    /// For somebody already away it gives another successor.
    /// </summary>
    public Task Leave(Guid id, int version, Guid successor, DateOnly from, Actor actor) => journal.Write(actor, async work =>
    {
        await Load(work, id, version);
        var today = ShanghaiTime.DayOf(work.Now);
        var people = await book.Read(work);
        MayRecordLeave(work, people, id, today);
        NotBeforeFirst(people, id, from);
        MayTakeOver(people, id, successor, from, today);
        await work.Save(new OfficerLeft(id, successor, from));
        work.SettingsChanged();
    });

    /// <summary>Ends the absence: the officer answers again from that day. What changed hands stays where it is until it is given back.</summary>
    public Task Return(Guid id, int version, DateOnly on, Actor actor) => journal.Write(actor, async work =>
    {
        await Load(work, id, version);
        var today = ShanghaiTime.DayOf(work.Now);
        var people = await book.Read(work);
        MayRecordLeave(work, people, id, today);
        if (on > today)
        {
            throw PeopleRefusals.DayAhead();
        }

        var open = people.LeavesOf(id).Where(l => l.BackOn is null).ToList();
        if (open.Count == 0)
        {
            throw PeopleRefusals.NotOnLeave();
        }

        foreach (var leave in open)
        {
            await work.Find<OfficerLeave>(leave.Seq);
            await work.Save(new OfficerReturned(id, leave.Seq, on < leave.FromOn ? leave.FromOn : on));
        }

        work.SettingsChanged();
    });

    private static void MayRecordLeave(Work work, OfficerList people, Guid id, DateOnly today)
    {
        var actor = work.Actor;
        if (actor.Kind == ActorKind.Staff && actor.Id != id && !actor.Is(Roles.SecurityAdmin)
            && (actor.Unit is not { } own || people.UnitOf(id, today) is not { } unit || !people.Units.IsWithin(unit, own, today)))
        {
            throw PeopleRefusals.NotYourUnit();
        }
    }
}
