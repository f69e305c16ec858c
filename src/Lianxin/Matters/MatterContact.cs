using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Vault;

namespace Lianxin.Matters;

/// <summary>The person's contact in officers' hands: every look is recorded with its reason, and the printed slip is a delivery (CR-09, INV-04).</summary>
public sealed class MatterContact(Journal journal, Rules rules, ContactVault vault)
{
    private static readonly string[] Callers = [Roles.Supervisor, Roles.Coordinator, Roles.HotlineOperator];

    /// <summary>Whether the actor may look at all: who handles, helps or was offered it, and who calls back.</summary>
    public static bool MayLook(Actor actor, Standing standing) => standing != Standing.None || Callers.Any(actor.Is);

    /// <summary>Shows the contact to the actor and records the look.</summary>
    public Task<IReadOnlyDictionary<string, string>> Look(long number, string? reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Load(work, rules, number);
        if (!MatterVisibility.MaySee(hand.Matter, actor, hand.Standing, hand.Rules) || !MayLook(actor, hand.Standing))
        {
            throw MatterRefusals.NotFound();
        }

        if (hand.Matter.ContactWithdrawnAt is not null)
        {
            throw ErasureRefusals.ContactWithdrawn();
        }

        return await vault.Look(work, number, "reveal", Typed.Needed("reason", reason, 200));
    });

    /// <summary>The slip is printed and handed over: gives its query code, and what was due to be told is told by it.</summary>
    public Task<string?> HandSlip(MatterRef at, string reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Tell);
        var contact = await vault.Look(work, at.Number, "slip", reason);
        await MatterAnswers.ToldBy(hand, "slip");
        return contact.GetValueOrDefault("code");
    });
}
