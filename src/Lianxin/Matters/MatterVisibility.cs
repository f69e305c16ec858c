using System.Linq.Expressions;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Who sees which matters: one predicate for lists, pages and the interface. What one may not see does not exist.</summary>
public static class MatterVisibility
{
    private static readonly string[] WholeDistrict = [Roles.Coordinator, Roles.Supervisor, Roles.Leader, Roles.Assessor, Roles.HotlineOperator];

    /// <summary>How the actor stands to the matter by unit; helpers and the person are found beside it.</summary>
    public static Standing StandingOf(Matter matter, Actor actor)
    {
        if (actor.Kind == ActorKind.Resident)
        {
            return actor.Roles.Contains(Roles.ResidentLink) || actor.Roles.Contains(Roles.ResidentCode) ? Standing.Person : Standing.None;
        }

        if (actor.Unit is not { } unit)
        {
            return Standing.None;
        }

        return (matter.Unit == unit ? Standing.Own : Standing.None) | (matter.OfferedTo == unit ? Standing.Offered : Standing.None);
    }

    /// <summary>True when only a look at the helping units can tell how the actor stands.</summary>
    public static bool MightHelp(Matter matter, Actor actor) =>
        actor is { Kind: ActorKind.Staff or ActorKind.Key, Unit: not null } && matter.State == MatterState.Handling && StandingOf(matter, actor) == Standing.None;

    /// <summary>How the actor stands to the matter, helping units included.</summary>
    public static async ValueTask<Standing> StandingOf(LianxinDb db, Matter matter, Actor actor) =>
        MightHelp(matter, actor) && await db.CoHandlers.AnyAsync(h => h.Matter == matter.Number && h.Unit == actor.Unit && h.AnsweredAt == null)
            ? Standing.Helper
            : StandingOf(matter, actor);

    /// <summary>Whether the actor may see this matter at all.</summary>
    public static bool MaySee(Matter matter, Actor actor, Standing standing, Rulebook rules) =>
        !MatterShield.Hides(matter, actor, rules)
        && (standing != Standing.None
        || actor.Kind == ActorKind.System
        || WholeDistrict.Any(actor.Is)
        || (actor.Unit is { } unit && (actor.Kind is ActorKind.Staff or ActorKind.Key) && rules.Units.IsWithin(matter.Unit, unit, rules.Today)));

    /// <summary>The matters a list may hold for the actor: the district's for its roles, else those of the own unit and its subtree.</summary>
    public static Expression<Func<Matter, bool>> SeenBy(Actor actor, Rulebook rules)
    {
        if (WholeDistrict.Any(actor.Is))
        {
            return MatterShield.OpenTo(actor, rules);
        }

        if (actor.Unit is not { } unit)
        {
            return static m => false;
        }

        var mine = Subtree(unit, rules);
        Expression<Func<Matter, bool>> own = m => mine.Contains(m.Unit) || m.OfferedTo == unit;
        return own.And(MatterShield.OpenTo(actor, rules));
    }

    /// <summary>The same for a list that is walked in its order: no index of units or offers may be taken for it, for all they lead to would have to be sorted.</summary>
    public static Expression<Func<Matter, bool>> Listed(Actor actor, Rulebook rules)
    {
        if (WholeDistrict.Any(actor.Is) || actor.Unit is not { } unit)
        {
            return SeenBy(actor, rules);
        }

        var mine = Subtree(unit, rules);
        Expression<Func<Matter, bool>> own = m => mine.Contains(m.Unit) || (m.OfferedTo ?? Guid.Empty) == unit;
        return own.And(MatterShield.OpenTo(actor, rules));
    }

    private static List<Guid> Subtree(Guid unit, Rulebook rules)
    {
        var all = new List<Guid> { unit };
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange(rules.Units.Children(all[i], rules.Today).Select(u => u.Id));
        }

        return all;
    }
}
