using Lianxin.Foundation;
using Lianxin.People;

namespace Lianxin.Web.Demo;

/// <summary>Sends officers on leave and has them back: now and then somebody's matters change hands.</summary>
internal sealed class DemoLeaves(PeopleDesk people, DemoPlan plan)
{
    private static readonly Actor Hand = Actor.System(Via.Cli);
    private readonly DemoDice _dice = new(plan.Seed, -2);
    private readonly List<(Guid Officer, Guid Successor, DateOnly BackOn)> _away = [];

    /// <summary>Before the offices open.</summary>
    public async Task Look(OfficerList officers, DateOnly today, bool isWorkingDay)
    {
        foreach (var (officer, _, _) in _away.Where(a => a.BackOn <= today).ToList())
        {
            await people.Return(officer, officers.Officer(officer)!.Version, today, Hand);
            _away.RemoveAll(a => a.Officer == officer);
        }

        if (!isWorkingDay || !_dice.Chance(18))
        {
            return;
        }

        var goer = _dice.Any(officers.With(Roles.Handler, today));
        if (officers.Is(goer.Id, Roles.UnitLead, today) || _away.Exists(a => a.Officer == goer.Id || a.Successor == goer.Id))
        {
            return;
        }

        var unit = officers.UnitOf(goer.Id, today)!.Value;
        var near = officers.Of(unit, today).Where(o => o.Id != goer.Id && officers.IsPresent(o.Id, today)
            && (officers.Is(o.Id, Roles.Handler, today) || officers.Is(o.Id, Roles.UnitLead, today))).ToList();
        if (near.Count > 0)
        {
            var successor = _dice.Any(near);
            await people.Leave(goer.Id, goer.Version, successor.Id, today, Hand);
            _away.Add((goer.Id, successor.Id, today.AddDays(_dice.Between(3, 12))));
        }
    }
}
