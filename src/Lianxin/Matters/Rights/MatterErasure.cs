using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>Erasing personal data: asked for by the person, by an officer at a window or by the nightly look, agreed to by two officers, carried out by a job.</summary>
public sealed class MatterErasure(Journal journal, Rules rules)
{
    /// <summary>The person asks on the own page, after the identity check.</summary>
    public Task Ask(MatterRef at, ErasureScope scope, ErasureGround ground, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.AskErasure);
        if (!ErasureRules.PersonsGrounds.Contains(ground))
        {
            throw MatterRefusals.Missing("ground");
        }

        await Ask(hand, scope, ground, ErasureOrigin.Person, []);
    });

    /// <summary>An officer takes the request down at a window, having seen the person's papers.</summary>
    public Task AskAtWindow(MatterRef at, ErasureScope scope, ErasureGround ground, bool identified, string? note, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.EraseAtWindow);
        if (!identified)
        {
            throw ErasureRefusals.IdentityNeeded();
        }

        await Ask(hand, scope, ground, ErasureOrigin.Window, Committed.Texts(("note", Typed.Optional("note", note))));
    });

    /// <summary>Agrees; the second officer's agreement lets the job carry it out.</summary>
    public Task Agree(MatterRef at, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.AgreeErasure);
        var row = await Waiting(hand);
        var by = actor.Id ?? throw MatterRefusals.NotYours(MatterLifecycle.AgreeErasure);
        if (row.AskedBy == by || row.First == by)
        {
            throw ErasureRefusals.SecondNeeded();
        }

        if (ErasureRules.WhyNot(hand.Matter, row.Scope, row.Ground, hand.Rules) is { } no)
        {
            throw no;
        }

        var duties = ErasureRules.DutiesOf(actor);
        if (row.First is not { } first)
        {
            await hand.Save(new ErasureAgreed(row.Id, by, duties));
            return;
        }

        await hand.Save(ErasureRules.Complete(row.FirstAs!, duties) ? new ErasureApproved(row.Id, first, by) : throw ErasureRefusals.OtherDutyNeeded());
    });

    /// <summary>Refuses, with a reason that the person reads.</summary>
    public Task Refuse(MatterRef at, string? reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.RefuseErasure);
        var row = await Waiting(hand);
        var by = actor.Id ?? throw MatterRefusals.NotYours(MatterLifecycle.RefuseErasure);
        await hand.Save(new ErasureRefused(row.Id, by), Committed.Texts(("reason", Typed.Needed("reason", reason))));
    });

    internal static async Task Ask(MatterAtHand hand, ErasureScope scope, ErasureGround ground, ErasureOrigin origin, IReadOnlyList<Committed> words)
    {
        if (ErasureRules.WhyNot(hand.Matter, scope, ground, hand.Rules) is { } no)
        {
            throw no;
        }

        if (hand.Matter.Erasure is not null)
        {
            throw ErasureRefusals.AskedBefore();
        }

        await hand.Save(new ErasureAsked(hand.Work.NewId(), scope, ground, origin, origin == ErasureOrigin.Window ? hand.Work.Actor.Id : null), words);
    }

    private static async Task<ErasureRequest> Waiting(MatterAtHand hand)
    {
        var row = await hand.Work.Find<ErasureRequest>(hand.Matter.Erasure!.Value) ?? throw MatterRefusals.NotFound();
        return row.IsWaiting ? row : throw ErasureRefusals.ApprovedBefore();
    }
}
