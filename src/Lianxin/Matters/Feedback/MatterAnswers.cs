using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>The unit's answer. Only outcomes of the closed list exist (INV-02); 建议件 need their destination (LZ-24).</summary>
public sealed record AnswerMatter(
    MatterOutcome Outcome, string Answer, string? Destination = null, int? Households = null, long? MoneyFen = null, bool? Lasting = null,
    Guid? HandTo = null);

/// <summary>Answers, refusals and their way to the person: nothing ends without an answer delivered or its attempts on record (INV-03).</summary>
public sealed class MatterAnswers(Journal journal, Rules rules)
{
    private static readonly MatterOutcome[] ByAnswer = [MatterOutcome.Solved, MatterOutcome.SolvedInPart, MatterOutcome.Explained, MatterOutcome.Pointed];

    /// <summary>答复 of the responsible unit.</summary>
    public Task Answer(MatterRef at, AnswerMatter input, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Answer);
        await Answer(hand, input, null, null, null);
    });

    /// <summary>即办: answered while the person is there, which is also its delivery (LZ-20).</summary>
    public Task AnswerNow(MatterRef at, AnswerMatter input, string? category, Actor actor) => journal.Write(actor, async work =>
    {
        await AnswerNow(await MatterAtHand.Take(work, rules, at, MatterLifecycle.AnswerNow), input, category);
    });

    internal static async Task AnswerNow(MatterAtHand hand, AnswerMatter input, string? category)
    {
        if (category is not null && hand.Rules.Lists.Leaves.All(c => c.Code != category))
        {
            throw MatterRefusals.NoSuchCategory();
        }

        var kind = hand.Matter.Form == MatterForm.Demand ? MatterKind.Immediate : (MatterKind?)null;
        if (category is not null && category != hand.Matter.Category)
        {
            await hand.Save(new MatterClassified(kind, category, hand.Matter.Place, hand.Matter.Urgent));
        }

        await Answer(hand, input, kind, null, null);
        await hand.Save(new MatterDelivered("spoken"));
    }

    /// <summary>不予受理 or not ours: a reason from the list with its legal route, and a second officer who agreed (WQ-11, INV-11).</summary>
    public Task Refuse(MatterRef at, string reason, string words, Guid second, Actor actor) => journal.Write(actor, async work =>
    {
        await Refuse(await MatterAtHand.Take(work, rules, at, MatterLifecycle.Refuse), reason, words, second);
    });

    internal static async Task Refuse(MatterAtHand hand, string reason, string words, Guid second)
    {
        var listed = hand.Rules.Lists.Refusals.FirstOrDefault(r => r.Code == reason) ?? throw MatterRefusals.Missing("reason");
        // A program is no person: the first one is then the officer who answers for the matter.
        var first = hand.Work.Actor.Kind == ActorKind.Key ? hand.Matter.Officer : hand.Work.Actor.Id;
        if (second == first || !hand.Rules.Officers.IsPresent(second, hand.Rules.Today))
        {
            throw MatterRefusals.SecondPersonNeeded();
        }

        var outcome = listed.Outcome == "pointed" ? MatterOutcome.Pointed : MatterOutcome.Explained;
        var answer = Typed.Needed("answer", words, Typed.Long) + "\n" + listed.RouteText.In(hand.Matter.Language);
        await Answer(hand, new AnswerMatter(outcome, answer, outcome == MatterOutcome.Pointed ? listed.RouteText.ZhHans : null), null, reason, second);
    }

    /// <summary>Words spoken to the person: about the limit, the answer, or a first contact. What was due to be told is told by this.</summary>
    public Task Tell(MatterRef at, string way, string? note, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Tell);
        await Tell(hand, way, note);
    });

    internal static async Task Tell(MatterAtHand hand, string way, string? note)
    {
        await hand.Save(new MatterContacted(Way(way)), Committed.Texts(("note", Typed.Optional("note", note))));
        await ToldBy(hand, way);
    }

    /// <summary>An attempt that did not reach the person. Three of them, on two days and by two ways, stand for the delivery (INV-03).</summary>
    public Task Attempt(MatterRef at, string way, Actor actor) => journal.Write(actor, async work =>
    {
        await Attempt(await MatterAtHand.Take(work, rules, at, MatterLifecycle.Tell), way);
    });

    internal static async Task Attempt(MatterAtHand hand, string way)
    {
        var work = hand.Work;
        var about = hand.Matter.State == MatterState.Answered ? "answer" : "limit";
        await hand.Save(new MatterAttempted(work.NewId(), Way(way), about));
        var db = await work.Db();
        var made = await db.Attempts.Where(a => a.Matter == hand.Matter.Number && a.About == about).Select(a => new { a.Way, a.At }).ToListAsync();
        var all = made.Append(new { Way = way, At = work.Now }).ToList();
        var enough = all.Count >= 3 && all.Select(a => ShanghaiTime.DayOf(a.At)).Distinct().Count() >= 2 && all.Select(a => a.Way).Distinct().Count() >= 2;
        if (enough && about == "answer" && hand.Matter.DeliveredAt is null)
        {
            await hand.Save(new MatterDelivered("attempts"));
        }
    }

    /// <summary>The person opened the page of the own matter: the told day and the answer are delivered by it.</summary>
    public Task Opened(long number, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Load(work, rules, number);
        await ToldBy(hand, "page");
    });

    internal static async Task ToldBy(MatterAtHand hand, string way)
    {
        var matter = hand.Matter;
        if (matter.ToldAt is null && matter.DueOn is { } due && matter.State is not (MatterState.Answered or MatterState.Closed))
        {
            await hand.Save(new MatterTold(way, due));
        }

        if (matter.State == MatterState.Answered && matter.DeliveredAt is null)
        {
            await hand.Save(new MatterDelivered(way));
        }
    }

    private static string Way(string way) => way is "call" or "visit" or "window" or "message" or "letter" ? way : throw MatterRefusals.Missing("way");

    private static async Task Answer(MatterAtHand hand, AnswerMatter input, MatterKind? kind, string? reason, Guid? second)
    {
        if (!ByAnswer.Contains(input.Outcome))
        {
            throw MatterRefusals.NotAnOutcome();
        }

        var words = Typed.Needed("answer", input.Answer, Typed.Long);
        var destination = Typed.Optional("destination", input.Destination);
        if (input.HandTo is { } to && (input.Outcome != MatterOutcome.Pointed || to == hand.Matter.Unit || !hand.Rules.Units.IsOpen(to, hand.Rules.Today)))
        {
            throw MatterRefusals.NoSuchUnit();
        }

        if (input.HandTo is { } receiver)
        {
            MatterProtection.MayGoTo(hand, receiver);
        }

        if ((hand.Matter.Kind == MatterKind.Referral || input.Outcome == MatterOutcome.Pointed) && destination is null)
        {
            throw MatterRefusals.DestinationMissing();
        }

        if (hand.Matter.Form == MatterForm.Demand && hand.Matter.DueOn is null && kind is null)
        {
            throw MatterRefusals.LinkMissing("deadline");
        }

        await hand.Save(
            new MatterAnswered(input.Outcome, reason, destination is null ? null : "given", second, input.Households, input.MoneyFen, input.Lasting, null, kind),
            Committed.Texts(("answer", words), ("destination", destination)));

        if (input.HandTo is { } office)
        {
            await hand.Save(new MatterHandedOn(hand.Work.NewId(), office));
        }

        // Nobody to reach: the answer waits under number and code, which is its delivery (INV-03).
        if (!hand.Matter.Reachable && kind is null)
        {
            await hand.Save(new MatterDelivered("retrievable"));
        }
    }
}
