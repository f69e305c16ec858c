using Lianxin.Foundation;
using Lianxin.Units;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>Keeps the people: posts and roles. Every change acts with the next request on every node.</summary>
public sealed partial class PeopleDesk(Journal journal, OfficerBook book, UnitDesk units)
{
    /// <summary>Adds an officer; gives the id. Signing in needs a one-time link afterwards.</summary>
    public Task<Guid> Add(AddOfficer input, Actor actor) => journal.Write(actor, work => AddInside(work, input));

    /// <summary>Gives the officer another name or title.</summary>
    public Task Rename(Guid id, int version, string name, string? title, Actor actor) => journal.Write(actor, async work =>
    {
        await Load(work, id, version);
        await work.Save(new OfficerRenamed(id), commits: Committed.Texts(("name", name), ("title", title)));
        work.SettingsChanged();
    });

    /// <summary>Gives the officer these roles from a day on, in the same unit.</summary>
    public Task ChangeRoles(Guid id, int version, IReadOnlyCollection<string> roles, DateOnly on, Actor actor) => journal.Write(actor, async work =>
    {
        await Load(work, id, version);
        NotOneself(work, id);
        var kept = Checked(roles);
        var people = await book.Read(work);
        var unit = people.UnitOf(id, on) ?? people.UnitOf(id, ShanghaiTime.DayOf(work.Now));
        NeedsUnit(unit, kept);
        NotBeforeFirst(people, id, on);
        if (unit is { } home && !kept.Contains(Roles.UnitLead))
        {
            KeepsHead(people, home, id, on);
        }

        await work.Save(new OfficerRolesChanged(id, unit, kept, on));
        work.SettingsChanged();
    });

    /// <summary>
    /// Moves the officer to another unit; what the former unit gave stays there with the successor, in the same save. The last head of a
    /// unit goes only when the successor becomes its head or the unit closes in that save (INV-01).
    /// </summary>
    public Task MoveUnit(Guid id, int version, MoveOfficer input, Actor actor) => journal.Write(actor, async work =>
    {
        await Load(work, id, version);
        NotOneself(work, id);
        var kept = Checked(input.Roles);
        var people = await book.Read(work);
        NotBeforeFirst(people, id, input.On);
        await MustBeOpen(work, input.Unit);
        var today = ShanghaiTime.DayOf(work.Now);
        var home = people.UnitOf(id, today);
        await MayGo(work, people, input with { Unit = home ?? input.Unit }, id, today);
        await work.Save(new OfficerMoved(id, input.Successor, input.On, input.Unit, kept));
        work.SettingsChanged();
        if (input.ClosesInto is { } into && home is { } former)
        {
            await units.CloseInside(work, former, null, into, input.On);
        }
    });

    // Checks the going from the unit the input names; a successor who becomes its head is made so first.
    private static async Task MayGo(Work work, OfficerList people, MoveOfficer from, Guid id, DateOnly today)
    {
        if (from.ClosesInto is { } into)
        {
            ClosesWell(people, id, from.Successor, from.Unit, into, today);
            return;
        }

        MayTakeOver(people, id, from.Successor, from.On, today);
        NotStandingIn(people, id, today);
        if (!from.SuccessorLeads)
        {
            KeepsHead(people, from.Unit, id, today);
            return;
        }

        if (people.UnitOf(from.Successor, today) != from.Unit)
        {
            throw PeopleRefusals.SuccessorElsewhere();
        }

        NotOneself(work, from.Successor);
        var roles = people.RolesOf(from.Successor, today);
        if (!roles.Contains(Roles.UnitLead))
        {
            await work.Find<Officer>(from.Successor);
            await work.Save(new OfficerRolesChanged(from.Successor, from.Unit, Checked([.. roles, Roles.UnitLead]), from.On));
        }
    }

    private static void ClosesWell(OfficerList people, Guid id, Guid successor, Guid home, Guid into, DateOnly today)
    {
        NotStandingIn(people, id, today);
        if (people.Of(home, today).Any(o => o.Id != id))
        {
            throw PeopleRefusals.UnitHasPeople();
        }

        if (successor == id || !people.IsPresent(successor, today))
        {
            throw PeopleRefusals.SuccessorAway();
        }

        if (people.UnitOf(successor, today) != into)
        {
            throw PeopleRefusals.SuccessorElsewhere();
        }
    }

    /// <summary>Switches the account off; everything goes to the successor in the same save and all sessions end.</summary>
    public Task Deactivate(Guid id, int version, Guid successor, Actor actor) => journal.Write(actor, async work =>
    {
        await Load(work, id, version);
        NotOneself(work, id);
        var today = ShanghaiTime.DayOf(work.Now);
        GoesAway(await book.Read(work), id, successor, today, today);
        var sessions = (await work.Db()).StaffSessions.Where(s => s.Officer == id);
        await work.Remove(sessions);
        await work.Save(new OfficerDeactivated(id, successor, today));
        work.SettingsChanged();
    });

    /// <summary>Says who sorts what comes in for a unit, from a day on.</summary>
    public Task SetTriageOfficer(Guid unit, Guid officer, DateOnly on, Actor actor) => journal.Write(actor, async work =>
    {
        var people = await book.Read(work);
        if (!people.IsActive(officer, on) || people.UnitOf(officer, on) != unit)
        {
            throw PeopleRefusals.NotOfUnit();
        }

        await work.Save(new TriageOfficerSet(unit, officer, on));
        work.SettingsChanged();
    });

    internal static async Task<Guid> AddInside(Work work, AddOfficer input)
    {
        var db = await work.Db();
        if (await db.Officers.AnyAsync(o => o.Code == input.Code))
        {
            throw PeopleRefusals.CodeTaken(input.Code);
        }

        var roles = Checked(input.Roles);
        NeedsUnit(input.Unit, roles);
        if (input.Unit is { } unit)
        {
            await MustBeOpen(work, unit);
        }

        var officer = work.NewId();
        await work.Save(
            new OfficerAdded(officer, input.Code, input.Unit, roles, input.On), commits: Committed.Texts(("name", input.Name), ("title", input.Title)));
        work.SettingsChanged();
        return officer;
    }

    internal static async Task<Officer> Load(Work work, Guid id, int? version = null)
    {
        var officer = await work.Find<Officer>(id) ?? throw PeopleRefusals.Unknown();
        if (version is { } shown && officer.Version != shown)
        {
            throw PeopleRefusals.ChangedMeanwhile();
        }

        return officer.DeactivatedOn is null ? officer : throw PeopleRefusals.Unknown();
    }

    /// <summary>The roles in order, each known, and of the three administrators one at most.</summary>
    internal static IReadOnlyList<string> Checked(IReadOnlyCollection<string> roles)
    {
        if (roles.Count == 0)
        {
            throw PeopleRefusals.NoRole();
        }

        if (roles.FirstOrDefault(r => !Roles.Staff.Contains(r)) is { } unknown)
        {
            throw PeopleRefusals.UnknownRole(unknown);
        }

        return Roles.Administrators.Count(roles.Contains) > 1
            ? throw PeopleRefusals.AdministratorsCombined()
            : [.. roles.Distinct().Order(StringComparer.Ordinal)];
    }

    private static void NeedsUnit(Guid? unit, IReadOnlyList<string> roles)
    {
        if (unit is null && roles.Any(r => !Roles.Administrators.Contains(r)))
        {
            throw PeopleRefusals.NoUnit();
        }
    }

    private static void NotBeforeFirst(OfficerList people, Guid id, DateOnly on)
    {
        if (people.FirstDayOf(id) is { } first && on < first)
        {
            throw PeopleRefusals.BeforeFirstDay(first);
        }
    }

    private static void NotOneself(Work work, Guid id)
    {
        if (work.Actor.Kind == ActorKind.Staff && work.Actor.Id == id)
        {
            throw PeopleRefusals.OwnAccount();
        }
    }

    private static async Task MustBeOpen(Work work, Guid unit)
    {
        if (await work.Find<Unit>(unit) is not { ClosedOn: null })
        {
            throw PeopleRefusals.NoUnit();
        }
    }

    /// <summary>A lead may only go when another lead of the unit stays (INV-01).</summary>
    private static void KeepsHead(OfficerList people, Guid unit, Guid going, DateOnly on)
    {
        var leads = people.LeadsOf(unit, on);
        if (leads.Any(o => o.Id == going) && people.Units.IsOpen(unit, on) && !leads.Any(o => o.Id != going && people.AnswersFor(o.Id, on) is { } head && head.Id != going))
        {
            throw PeopleRefusals.UnitWithoutHead();
        }
    }

    private static void GoesAway(OfficerList people, Guid id, Guid successor, DateOnly on, DateOnly today)
    {
        MayTakeOver(people, id, successor, on, today);
        NotStandingIn(people, id, today);
        if (people.UnitOf(id, today) is { } home)
        {
            KeepsHead(people, home, id, today);
        }
    }

    private static void NotStandingIn(OfficerList people, Guid id, DateOnly today)
    {
        if (people.StandsInFor(id, today) is [var away, ..])
        {
            throw PeopleRefusals.StandsIn(people.NameOf(away));
        }
    }

    private static void MayTakeOver(OfficerList people, Guid id, Guid successor, DateOnly on, DateOnly today)
    {
        if (on > today)
        {
            throw PeopleRefusals.DayAhead();
        }

        if (successor == id || !people.IsPresent(successor, today))
        {
            throw PeopleRefusals.SuccessorAway();
        }

        if (people.UnitOf(id, today) is { } home && (people.UnitOf(successor, today) is not { } near || !people.Units.IsWithin(home, near, today)))
        {
            throw PeopleRefusals.SuccessorElsewhere();
        }
    }
}
