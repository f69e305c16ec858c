using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>What the person does with the own matter, by link or by number and code.</summary>
public sealed class MatterFeedback(Journal journal, Rules rules)
{
    /// <summary>Adds words and photos to the thread (ED-01).</summary>
    public Task Add(MatterRef at, string? words, IReadOnlyList<KeptFile> photos, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Add);
        var text = photos.Count > 0 ? Typed.Optional("words", words, SubmitMatter.BodyLength) : Typed.Needed("words", words, SubmitMatter.BodyLength);
        var commits = Committed.Texts(("words", text)).Concat(photos.Select((photo, i) => FileVault.Commit($"photo_{i + 1}", photo))).ToList();
        await hand.Save(new MatterAdded(photos.Count), commits);
    });

    /// <summary>Answers a question of the unit.</summary>
    public Task Reply(MatterRef at, Guid question, string words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Reply);
        var asked = await work.Find<MatterQuestion>(question);
        if (asked is null || asked.Matter != hand.Matter.Number || asked.RepliedAt is not null)
        {
            throw MatterRefusals.NotFound();
        }

        await hand.Save(new MatterReplied(question), Committed.Texts(("words", Typed.Needed("words", words, SubmitMatter.BodyLength))));
    });

    /// <summary>Withdraws it, with or without a reason.</summary>
    public Task Withdraw(MatterRef at, string? reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Withdraw);
        await hand.Save(new MatterWithdrawn(), Committed.Texts(("reason", Typed.Optional("reason", reason))));
    });

    /// <summary>催一下, once past the told day.</summary>
    public Task Nudge(MatterRef at, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Nudge);
        if (hand.Matter.DueOn is { } due && work.Now <= ShanghaiTime.EndOfDay(due))
        {
            throw MatterRefusals.NotYetDue(due);
        }

        await hand.Save(new MatterUrged("nudge"));
    });

    /// <summary>解决了, 部分解决 or 没解决, by the person.</summary>
    public Task Verdict(MatterRef at, MatterVerdict verdict, string? reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.GiveVerdict);
        await MatterAnswers.ToldBy(hand, "page");
        await Give(hand, verdict, reason, null);
    });

    /// <summary>The same by a recorded call-back of another unit than the handler's (WQ-33).</summary>
    public Task CallBack(MatterRef at, MatterVerdict verdict, string call, string? words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.CallBack);
        if (hand.Matter.Unit == actor.Unit)
        {
            throw MatterRefusals.NotYours(MatterLifecycle.CallBack);
        }

        var recorded = string.IsNullOrWhiteSpace(call) ? throw MatterRefusals.CallNeeded() : Typed.Needed("call", call, 60);
        await MatterAnswers.ToldBy(hand, "call");
        await Give(hand, verdict, words, recorded);
    });

    /// <summary>部分解决: what is still promised, by when; told, and the matter ends as solved in part.</summary>
    public Task PromiseRest(MatterRef at, string promise, DateOnly dueOn, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.PromiseRest);
        if (dueOn <= hand.Rules.Today)
        {
            throw MatterRefusals.Missing("dueOn");
        }

        await hand.Save(new MatterRestPromised(work.NewId(), dueOn), Committed.Texts(("promise", Typed.Needed("promise", promise, Typed.Long))));
    });

    /// <summary>The five-step rating; a later one within seven days takes its place (INV-07).</summary>
    public Task Rate(MatterRef at, int result, int? attitude, string? words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Rate);
        if (result is < 1 or > 5 || attitude is < 1 or > 5)
        {
            throw MatterRefusals.Missing("result");
        }

        if (hand.Matter.RatedAt is { } first && work.Now > first.AddDays(7))
        {
            throw MatterRefusals.RatingClosed();
        }

        await hand.Save(new MatterRated(result, attitude), Committed.Texts(("words", Typed.Optional("words", words))));
    });

    /// <summary>并入 a running master: the person will hear the master's answer.</summary>
    public Task Merge(MatterRef at, long master, Actor actor) => journal.Write(actor, async work =>
    {
        await Merge(await MatterAtHand.Take(work, rules, at, MatterLifecycle.Merge), master);
    });

    internal static async Task Merge(MatterAtHand hand, long master)
    {
        var work = hand.Work;
        var into = await work.Find<Matter>(master);
        if (into is null || into.Number == hand.Matter.Number || into.Master is not null || into.State is MatterState.Closed or MatterState.Answered
            || (work.Actor.Kind == ActorKind.Key && !await Sees(hand, into)))
        {
            throw MatterRefusals.CannotMergeInto();
        }

        var db = await work.Db();
        if (await db.Matters.AnyAsync(m => m.Master == hand.Matter.Number))
        {
            throw MatterRefusals.CannotMergeInto();
        }

        await hand.Save(new MatterMerged(master));
    }

    // A program must not learn by merging which numbers exist elsewhere.
    private static async ValueTask<bool> Sees(MatterAtHand hand, Matter into) =>
        MatterVisibility.MaySee(into, hand.Work.Actor, await MatterVisibility.StandingOf(await hand.Work.Db(), into, hand.Work.Actor), hand.Rules);

    /// <summary>Takes a wrong merge back: owner and limit are the matter's own again.</summary>
    public Task Unmerge(MatterRef at, string reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Unmerge);
        await hand.Save(new MatterUnmerged(), Committed.Texts(("reason", Typed.Needed("reason", reason))));
    });

    internal static async Task Give(MatterAtHand hand, MatterVerdict verdict, string? reason, string? call)
    {
        var matter = hand.Matter;
        if (verdict == MatterVerdict.Silent)
        {
            throw MatterRefusals.Missing("verdict");
        }

        var words = Committed.Texts(("words", Typed.Optional("words", reason)), ("call", call));
        var fact = verdict switch
        {
            MatterVerdict.Solved => new MatterVerdictGiven(verdict),
            MatterVerdict.Partly => new MatterVerdictGiven(verdict, null, hand.Rules.InWorkingDays(hand.Rules.Limit("partly-promise"))),
            MatterVerdict.Not when matter.Reopenings == 0 => new MatterVerdictGiven(
                verdict,
                null,
                hand.Rules.InWorkingDays(hand.Rules.Limit("check")),
                hand.Start(MatterClock.Promised, hand.Days with { ApprovalOn = hand.Rules.Today }, hand.Rules.Limit("again"))),
            _ => new MatterVerdictGiven(verdict, null, hand.Rules.InWorkingDays(hand.Rules.Limit("ruling"))),
        };
        await hand.Save(fact, words);
    }
}
