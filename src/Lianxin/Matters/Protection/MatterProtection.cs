using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Names whom a matter complains about, lifts that by two officers, and seals what only the examining body may read (INV-10, INV-14).</summary>
public sealed class MatterProtection(Journal journal, Rules rules)
{
    /// <summary>The topics of the bodies that examine sealed matters: wrongdoing, and complaints about the work itself.</summary>
    public static IReadOnlyList<string> SealTopics { get; } = ["discipline", "oversight"];

    /// <summary>Names the unit, or an officer with the unit the officer belongs to, as the one complained about.</summary>
    public Task Shield(MatterRef at, Guid? unit, Guid? officer, string reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Shield);
        var respondent = RespondentOf(hand, unit, officer);
        if (MatterShield.Keeps(respondent, actor, hand.Rules) || officer == actor.Id)
        {
            throw ShieldRefusals.OfTheLine();
        }

        var moves = new[] { hand.Matter.Unit, hand.Matter.OfferedTo }.Any(u => u is { } id && MatterShield.IsOfLine(respondent, id, hand.Rules));
        var to = moves ? TakerOf(hand, respondent) : null;
        await hand.Save(new MatterShielded(work.NewId(), respondent, officer, to?.Unit, to?.Officer), Said(reason));
    });

    /// <summary>Asks to lift the shield; a second officer's agreement lifts it.</summary>
    public Task Unshield(MatterRef at, string reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Unshield);
        var by = actor.Id ?? throw MatterRefusals.NotYours(MatterLifecycle.Unshield);
        var id = await (await work.Db()).Respondents.Where(r => r.Matter == at.Number && r.LiftedAt == null).Select(r => r.Id).SingleAsync();
        var row = await work.Find<MatterRespondent>(id) ?? throw MatterRefusals.NotFound();
        if (row.AskedBy == by)
        {
            throw ShieldRefusals.SecondNeeded();
        }

        await hand.Save(row.AskedBy is { } first ? new MatterUnshielded(id, first, by) : new MatterUnshieldAsked(id), Said(reason));
    });

    /// <summary>Hands it to the examining body of that topic; from here nobody else sees it.</summary>
    public Task Seal(MatterRef at, string? topic, string reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Seal);
        if (topic is null || !SealTopics.Contains(topic))
        {
            throw MatterRefusals.Missing("topic");
        }

        var body = hand.Rules.Units.UnitFor(topic, null, hand.Rules.Today)?.Id ?? throw ShieldRefusals.NoBody();
        if (hand.Matter.RespondentUnit is { } respondent && MatterShield.IsOfLine(respondent, body, hand.Rules))
        {
            throw ShieldRefusals.Barred();
        }

        await hand.Save(new MatterSealed(topic, body, hand.Rules.AnswersFor(body).Id), Said(reason));
    });

    /// <summary>Refuses to let the matter go to a unit it complains about, or out of its seal.</summary>
    internal static void MayGoTo(MatterAtHand hand, Guid unit)
    {
        if (MatterShield.Bars(hand.Matter, unit, hand.Rules))
        {
            throw ShieldRefusals.Barred();
        }
    }

    private static Guid RespondentOf(MatterAtHand hand, Guid? unit, Guid? officer)
    {
        var today = hand.Rules.Today;
        if (officer is { } person)
        {
            var own = hand.Rules.Officers.UnitOf(person, today) ?? throw MatterRefusals.NoSuchOfficer();
            return unit is null || unit == own ? own : throw MatterRefusals.NoSuchOfficer();
        }

        return unit is { } named && hand.Rules.Units.IsOpen(named, today) ? named : throw MatterRefusals.NoSuchUnit();
    }

    // Whoever names the respondent relays from here: the matter never rests with those it complains about.
    private static (Guid Unit, Guid Officer)? TakerOf(MatterAtHand hand, Guid respondent) =>
        hand.Work.Actor is { Unit: { } unit, Id: { } officer } && !hand.Rules.Units.IsWithin(unit, respondent, hand.Rules.Today)
            ? (unit, officer)
            : throw ShieldRefusals.OfTheLine();

    private static IReadOnlyList<Committed> Said(string reason) => Committed.Texts(("reason", Typed.Needed("reason", reason)));
}

/// <summary>Why a shield or a seal says no.</summary>
public static class ShieldRefusals
{
    /// <summary>Who names the respondent may not belong to it or to its line.</summary>
    public static RefusedException OfTheLine() => new("matter.shield_of_the_line") { Field = "unit" };

    /// <summary>The unit is complained about or stands in its line, or the matter is sealed: it does not go there.</summary>
    public static RefusedException Barred() => new("matter.shield_barred") { Field = "unit" };

    /// <summary>A shield is lifted by two officers; the same one asked before.</summary>
    public static RefusedException SecondNeeded() => new("matter.shield_second_needed");

    /// <summary>No unit answers for that topic.</summary>
    public static RefusedException NoBody() => new("matter.seal_no_body") { Field = "topic" };
}
