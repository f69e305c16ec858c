using System.Linq.Expressions;
using Lianxin.Foundation;
using Lianxin.People;

namespace Lianxin.Matters;

/// <summary>
/// Who is kept from a matter: the unit and officer complained about, what stands below them and their line above; from sealed matters,
/// everybody but the body that examines it (INV-10, INV-14, CR-09; 信访工作条例 art. 30). What is hidden does not exist for them.
/// </summary>
public static class MatterShield
{
    // Coordination and supervision above the unit are the relay; inside its own subtree no role lifts the shield.
    private static readonly string[] Relay = [Roles.Coordinator, Roles.Supervisor, Roles.Oversight];

    /// <summary>Whether the matter does not exist for the actor.</summary>
    public static bool Hides(Matter matter, Actor actor, Rulebook rules) =>
        actor.Kind is ActorKind.Staff or ActorKind.Key
        && ((matter.Sealed && matter.Unit != actor.Unit)
            || (matter.RespondentOfficer is { } officer && officer == actor.Id)
            || (matter.RespondentUnit is { } unit && Keeps(unit, actor, rules)));

    /// <summary>Whether a complaint about that unit is kept from the actor.</summary>
    public static bool Keeps(Guid respondent, Actor actor, Rulebook rules) =>
        actor.Unit is { } own
        && (rules.Units.IsWithin(own, respondent, rules.Today) || (!Relay.Any(actor.Is) && rules.Units.IsWithin(respondent, own, rules.Today)));

    /// <summary>Whether the matter may not be handled by that unit: it is complained about, or stands above or below who is.</summary>
    public static bool Bars(Matter matter, Guid unit, Rulebook rules) =>
        (matter.Sealed && unit != matter.Unit) || (matter.RespondentUnit is { } respondent && IsOfLine(respondent, unit, rules));

    /// <summary>Whether the unit is the respondent or stands above or below it.</summary>
    public static bool IsOfLine(Guid respondent, Guid unit, Rulebook rules) =>
        rules.Units.IsWithin(unit, respondent, rules.Today) || rules.Units.IsWithin(respondent, unit, rules.Today);

    /// <summary>The same as a condition for lists: what is not hidden from the actor.</summary>
    public static Expression<Func<Matter, bool>> OpenTo(Actor actor, Rulebook rules)
    {
        if (actor.Kind is not (ActorKind.Staff or ActorKind.Key))
        {
            return static m => true;
        }

        var (unit, officer) = (actor.Unit, actor.Id);
        var kept = rules.Units.All.Select(u => u.Id).Where(u => Keeps(u, actor, rules)).ToList();
        return m => (!m.Sealed || m.Unit == unit)
            && (m.RespondentUnit == null || (!kept.Contains(m.RespondentUnit.Value) && (m.RespondentOfficer == null || m.RespondentOfficer != officer)));
    }

    /// <summary>Both conditions.</summary>
    internal static Expression<Func<Matter, bool>> And(this Expression<Func<Matter, bool>> one, Expression<Func<Matter, bool>> other) =>
        Expression.Lambda<Func<Matter, bool>>(Expression.AndAlso(one.Body, Expression.Invoke(other, one.Parameters[0])), one.Parameters[0]);
}
