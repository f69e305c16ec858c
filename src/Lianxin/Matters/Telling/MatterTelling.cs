using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>What messages and phone tasks do to a matter. Notifications decides when; whether something counts as told is decided here (ED-31, INV-04).</summary>
public static class MatterTelling
{
    /// <summary>The message stands at the gateway: what it is about is told by it. Gives the instant when it told anything; null when nothing was left to tell.</summary>
    public static async Task<DateTime?> Messaged(MatterAtHand hand, string notice, Guid message, bool tells)
    {
        await hand.Save(new MatterMessaged(notice, message));
        var (told, heard) = (hand.Matter.ToldAt, hand.Matter.DeliveredAt);
        if (tells)
        {
            await MatterAnswers.ToldBy(hand, "message");
        }

        return hand.Matter.ToldAt != told || hand.Matter.DeliveredAt != heard ? hand.Work.Now : null;
    }

    /// <summary>The message failed; <paramref name="toldAt"/> is when it was taken to have told something, so that only that is taken back.</summary>
    public static Task Failed(MatterAtHand hand, string notice, Guid message, string why, DateTime? toldAt)
    {
        var matter = hand.Matter;
        var open = matter.State is not (MatterState.Answered or MatterState.Closed);
        bool? day = toldAt is not null && open && matter.ToldAt == toldAt ? true : null;
        bool? answer = toldAt is not null && matter is { State: MatterState.Answered, Verdict: null } && matter.DeliveredAt == toldAt ? true : null;
        return hand.Save(new MatterMessageFailed(notice, message, why, day, answer));
    }

    /// <summary>The words were spoken, or the letter was posted: told.</summary>
    public static Task Told(MatterAtHand hand, string way, string? note) => MatterAnswers.Tell(hand, way, note);

    /// <summary>The person was not reached.</summary>
    public static Task NotReached(MatterAtHand hand, string way) => MatterAnswers.Attempt(hand, way);

    /// <summary>The number is not the person's: an answer waits under number and code from here on (INV-03).</summary>
    public static async Task WrongNumber(MatterAtHand hand)
    {
        await hand.Save(new MatterNumberWrong());
        if (hand.Matter is { State: MatterState.Answered, DeliveredAt: null })
        {
            await hand.Save(new MatterDelivered("retrievable"));
        }
    }
}
