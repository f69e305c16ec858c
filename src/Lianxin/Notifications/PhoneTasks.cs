using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Notifications;

/// <summary>One call to make or letter to post, as a list shows it: nothing sealed.</summary>
public sealed record PhoneTask(string Key, long Matter, string About, string Code, string Way, DateTime MadeAt, DateTime NextAt, int Tries, Guid? ClaimedBy, DateTime? ClaimedAt, string? Title);

/// <summary>What the officer who took a task on needs for it: the number or the address, and what is to be said.</summary>
public sealed record CallSheet(string Phone, string Name, string Door, string Script);

/// <summary>
/// Who could not be told by message is called, or written to: one officer takes the task on, says the words, and records how it went.
/// Only words that reached the person count as told (ED-31).
/// </summary>
public sealed class PhoneTasks(Journal journal, LianxinDatabase database, Rules rules, ContactVault vault, NoticeWords words)
{
    /// <summary>Tasks a page shows at most.</summary>
    public const int Most = 50;

    /// <summary>How long a task stays with who took it on.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(30);

    /// <summary>The tasks of the actor's unit, those due first; one more than <see cref="Most"/> when there are more.</summary>
    public async Task<IReadOnlyList<PhoneTask>> Waiting(Actor actor)
    {
        await using var db = database.Read();
        var unit = actor.Unit ?? Guid.Empty;
        var open = db.Matters.Where(MatterShield.OpenTo(actor, await rules.Read(db)));
        return await (
            from notice in db.Set<Notice>()
            where notice.EndedAt == null && notice.Way != NoticeWay.Message
            join matter in open on notice.Matter equals matter.Number
            where matter.Unit == unit
            join title in db.Wordings.Where(w => w.Path == "title") on matter.TitleSeq equals title.Seq into titles
            from title in titles.DefaultIfEmpty()
            orderby notice.NextAt, notice.Key
            select new PhoneTask(
                notice.Key, notice.Matter, notice.About, notice.Code, notice.Way, notice.MadeAt, notice.NextAt, notice.Tries, notice.ClaimedBy, notice.ClaimedAt, title.Value))
            .Take(Most + 1).ToListAsync();
    }

    /// <summary>One task that waits; null when it was done meanwhile.</summary>
    public async Task<PhoneTask?> Find(long matter, string about)
    {
        var key = Notice.KeyOf(matter, about);
        await using var db = database.Read();
        return await db.Set<Notice>().Where(n => n.Key == key && n.EndedAt == null && n.Way != NoticeWay.Message)
            .Select(n => new PhoneTask(n.Key, n.Matter, n.About, n.Code, n.Way, n.MadeAt, n.NextAt, n.Tries, n.ClaimedBy, n.ClaimedAt, null)).FirstOrDefaultAsync();
    }

    /// <summary>Takes the task on and shows number and words; the look is recorded.</summary>
    public Task<CallSheet> Take(long matter, string about, Actor actor) => journal.Write(actor, async work =>
    {
        var (hand, task) = await Open(work, matter, about);
        if (hand.Matter.ContactWithdrawnAt is not null)
        {
            throw ErasureRefusals.ContactWithdrawn();
        }

        (task.ClaimedBy, task.ClaimedAt) = (actor.Id, work.Now);
        var contact = await vault.Look(work, matter, task.Way, task.Code);
        var script = await words.Of(await work.Db(), task, hand.Matter, hand.Rules, contact);
        return new CallSheet(contact.GetValueOrDefault("phone", ""), contact.GetValueOrDefault("name", ""), contact.GetValueOrDefault("door", ""), script);
    });

    /// <summary>The words were spoken, or the letter is in the post.</summary>
    public Task Told(long matter, string about, string? note, Actor actor) => journal.Write(actor, async work =>
    {
        var (hand, task) = await Open(work, matter, about);
        await MatterTelling.Told(hand, task.Way, note);
        task.End(work.Now);
    });

    /// <summary>Nobody answered; the task comes back in two hours.</summary>
    public Task NotReached(long matter, string about, Actor actor) => journal.Write(actor, async work =>
    {
        var (hand, task) = await Open(work, matter, about);
        await MatterTelling.NotReached(hand, task.Way);
    });

    /// <summary>The number is somebody else's.</summary>
    public Task WrongNumber(long matter, string about, Actor actor) => journal.Write(actor, async work =>
    {
        var (hand, _) = await Open(work, matter, about);
        await MatterTelling.WrongNumber(hand);
    });

    private async Task<(MatterAtHand Hand, Notice Task)> Open(Work work, long matter, string about)
    {
        var hand = await MatterAtHand.Take(work, rules, new MatterRef(matter), MatterLifecycle.Tell);
        if (await work.Find<Notice>(Notice.KeyOf(matter, about)) is not { EndedAt: null } task || task.Way == NoticeWay.Message)
        {
            throw NoticeRefusals.Done();
        }

        var taken = task.ClaimedBy is { } by && by != work.Actor.Id && task.ClaimedAt > work.Now - Claim;
        return taken ? throw NoticeRefusals.Taken(hand.Rules.Officers.NameOf(task.ClaimedBy!.Value)) : (hand, task);
    }
}

/// <summary>Why a phone task is not open.</summary>
public static class NoticeRefusals
{
    /// <summary>It was done meanwhile, or the person learned it in another way.</summary>
    public static RefusedException Done() => new("notice.done");

    /// <summary>A colleague is on it.</summary>
    public static RefusedException Taken(string officer) => new("notice.taken", officer);
}
