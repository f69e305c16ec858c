using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>What imports brought and nobody took up yet: outside the daily triage, without kind or limit, under the name of an officer.</summary>
public sealed class MatterBacklog(Journal journal, Rules rules)
{
    /// <summary>Takes a row out: from today it is an ordinary matter with the default limit of its form, to be told like any other.</summary>
    public Task TakeUp(MatterRef at, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.TakeUp);
        var clock = KindClocks.First(hand.Matter.Form, null);
        var today = new ClockDays(hand.Rules.Today, hand.Rules.Today);
        await hand.Save(new MatterTakenUp(clock is { } starts ? hand.Start(starts, today) : null));
    });
}
