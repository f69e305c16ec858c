using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>“We cannot” is no answer (WQ-32): a unit says what stands in its way and whom it goes up to, and goes on or is helped.</summary>
public sealed class MatterHindrance(Journal journal, Rules rules)
{
    /// <summary>The reasons there are: money, competence, another unit's part, the site.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["funds", "authority", "cooperation", "site"];

    /// <summary>The way is blocked; in two working days it goes up.</summary>
    public Task Block(MatterRef at, string? reason, Guid to, string words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Hinder);
        if (reason is null || !Reasons.Contains(reason))
        {
            throw MatterRefusals.Missing("reason");
        }

        if (to == hand.Matter.Unit || !hand.Rules.Units.IsOpen(to, hand.Rules.Today))
        {
            throw MatterRefusals.GoesUpToNobody();
        }

        MatterProtection.MayGoTo(hand, to);
        var due = hand.Rules.InWorkingDays(hand.Rules.Limit("blocked"));
        await hand.Save(new MatterBlocked(work.NewId(), reason, to, due), Committed.Texts(("words", Typed.Needed("words", words))));
    });

    /// <summary>The unit found a way.</summary>
    public Task Unblock(MatterRef at, string words, Actor actor) => End(at, MatterLifecycle.Unblock, words, actor);

    /// <summary>The decision from above.</summary>
    public Task Decide(MatterRef at, string words, Actor actor) => End(at, MatterLifecycle.Decide, words, actor);

    private Task End(MatterRef at, Step step, string words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, step);
        await hand.Save(new MatterUnblocked(hand.Matter.Block!.Value, step == MatterLifecycle.Decide), Committed.Texts(("words", Typed.Needed("words", words))));
    });
}
