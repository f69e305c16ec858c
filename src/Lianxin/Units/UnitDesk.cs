using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Units;

/// <summary>Keeps units and places. Everything is dated: what was, stays as it was (ED-16, WQ-18).</summary>
public sealed partial class UnitDesk(Journal journal, UnitBook book)
{
    /// <summary>Adds a unit; gives its id.</summary>
    public Task<Guid> AddUnit(AddUnit input, Actor actor) => journal.Write(actor, async work =>
    {
        var db = await work.Db();
        if (await db.Units.AnyAsync(u => u.Code == input.Code))
        {
            throw UnitRefusals.CodeTaken(input.Code);
        }

        await MustBeOpen(work, input.Parent, input.On);
        await MustExist(work, input.Place);
        var unit = work.NewId();
        await work.Save(
            new UnitAdded(unit, input.Code, input.Kind, input.Parent, input.Place, input.On, input.Predecessor),
            commits: Committed.Texts(("name", input.Name), ("english", input.English)));
        work.SettingsChanged();
        return unit;
    });

    /// <summary>Gives the unit another name from a day on.</summary>
    public Task RenameUnit(Guid id, int version, RenameUnit input, Actor actor) => journal.Write(actor, async work =>
    {
        var unit = await Load(work, id, version);
        var row = await RowOn(work, unit, input.On);
        await work.Save(
            new UnitRenamed(id, row.Parent, row.Place, input.On),
            commits: Committed.Texts(("name", input.Name), ("english", input.English)));
        work.SettingsChanged();
    });

    /// <summary>Puts the unit below another one, or to another place, from a day on.</summary>
    public Task MoveUnit(Guid id, int version, MoveUnit input, Actor actor) => journal.Write(actor, async work =>
    {
        var unit = await Load(work, id, version);
        var row = await RowOn(work, unit, input.On);
        await MustBeOpen(work, input.Parent, input.On);
        await MustExist(work, input.Place);
        var tree = await book.Read(work);
        if (input.Parent is { } parent && tree.IsWithin(parent, id, input.On))
        {
            throw UnitRefusals.BelowItself();
        }

        await work.Save(new UnitMoved(id, input.Parent, input.Place, row.NameSeq, input.On));
        work.SettingsChanged();
    });

    /// <summary>Closes the unit and names the one that takes over; refused while people or units stand below it.</summary>
    public Task CloseUnit(Guid id, int version, Guid successor, DateOnly on, Actor actor) =>
        journal.Write(actor, work => CloseInside(work, id, version, successor, on));

    /// <summary>The same as part of another operation, such as the move of the unit's last head.</summary>
    public async Task CloseInside(Work work, Guid id, int? version, Guid successor, DateOnly on)
    {
        var unit = await Load(work, id, version);
        if (on < unit.FoundedOn)
        {
            throw UnitRefusals.BeforeFounding(unit.FoundedOn);
        }

        var today = ShanghaiTime.DayOf(work.Now);
        var tree = await book.Read(work);
        if (on > today)
        {
            throw UnitRefusals.NotYet();
        }

        if (successor == id || !tree.IsOpen(successor, today))
        {
            throw UnitRefusals.NoSuccessor();
        }

        if (tree.Children(id, today).Count > 0)
        {
            throw UnitRefusals.HasUnitsBelow();
        }

        await work.Save(new UnitClosed(id, successor, on));
        work.SettingsChanged();
    }

    /// <summary>Says which topics the unit answers for from a day on; a topic left out ends that day.</summary>
    public Task SetTopics(Guid id, int version, IReadOnlyCollection<string> topics, DateOnly on, Actor actor) => journal.Write(actor, async work =>
    {
        var unit = await Load(work, id, version);
        if (on < unit.FoundedOn)
        {
            throw UnitRefusals.BeforeFounding(unit.FoundedOn);
        }

        var rows = await (await work.Db()).UnitTopics.AsNoTracking().Where(t => t.Unit == id && t.FromOn <= on).ToListAsync();
        var held = rows.GroupBy(t => t.Topic)
            .Where(g => new Dated<UnitTopic>(g, t => t.FromOn, t => t.Seq).On(on)!.Answers).Select(g => g.Key).ToHashSet();
        var begins = topics.Distinct().Where(t => !held.Contains(t)).Order(StringComparer.Ordinal).ToList();
        var ends = held.Where(t => !topics.Contains(t)).Order(StringComparer.Ordinal).ToList();
        if (begins.Count + ends.Count > 0)
        {
            await work.Save(new UnitTopicsSet(id, begins, ends, on));
            work.SettingsChanged();
        }
    });

    /// <summary>Says where people find and call the unit.</summary>
    public Task SetContact(Guid id, int version, string? address, string? phone, Actor actor) => journal.Write(actor, async work =>
    {
        await Load(work, id, version);
        await work.Save(new UnitContactSet(id), commits: Committed.Texts(("address", address), ("phone", phone)));
        work.SettingsChanged();
    });

    private static async Task<Unit> Load(Work work, Guid id, int? version)
    {
        var unit = await work.Find<Unit>(id) ?? throw UnitRefusals.Unknown();
        if (version is { } shown && unit.Version != shown)
        {
            throw UnitRefusals.ChangedMeanwhile();
        }

        return unit.ClosedOn is null ? unit : throw UnitRefusals.Closed();
    }

    private static async Task<UnitName> RowOn(Work work, Unit unit, DateOnly on)
    {
        if (on < unit.FoundedOn)
        {
            throw UnitRefusals.BeforeFounding(unit.FoundedOn);
        }

        return await (await work.Db()).UnitNames.AsNoTracking()
            .Where(n => n.Unit == unit.Id && n.FromOn <= on)
            .OrderByDescending(n => n.FromOn).ThenByDescending(n => n.Seq).FirstAsync();
    }

    private static async Task MustBeOpen(Work work, Guid? parent, DateOnly on)
    {
        if (parent is { } id && (await work.Find<Unit>(id) is not { } above || above.ClosedOn is not null || above.FoundedOn > on))
        {
            throw UnitRefusals.ParentNotOpen();
        }
    }

    private static async Task MustExist(Work work, string? place)
    {
        if (place is not null && await work.Find<Place>(place) is null)
        {
            throw UnitRefusals.UnknownPlace();
        }
    }
}
