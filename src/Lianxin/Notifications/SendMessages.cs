using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Notifications;

/// <summary>
/// Sends what is to be told by message: looked at again and worded inside the writer, handed over outside it, then recorded as told. Each
/// message goes out exactly once, wherever the server was broken off; one that cannot go out becomes a phone task (ED-31).
/// </summary>
public sealed class SendMessages(
    Journal journal, LianxinDatabase database, Rules rules, ContactVault vault, NoticeWords words, IMessageChannel channel) : IJob
{
    private const int Chunk = 64;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    // After these many minutes a message is tried again; then somebody calls.
    private static readonly int[] Again = [1, 5];

    /// <inheritdoc/>
    public string Name => "send-messages";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromSeconds(10));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var changed = await TakeBack();
        while (await Due(now, stop) is { Count: > 0 } due)
        {
            await journal.Rest(LongestRest, stop);
            var worded = await Task.WhenAll(due.Select(Word));
            changed += await HandOver([.. worded.OfType<Ready>()]);
        }

        return changed;
    }

    private async Task<List<string>> Due(DateTime now, CancellationToken stop)
    {
        await using var db = database.Read();
        return await db.Set<Notice>().Where(n => n.EndedAt == null && n.Way == NoticeWay.Message && n.NextAt <= now)
            .OrderBy(n => n.NextAt).ThenBy(n => n.Key).Select(n => n.Key).Take(Chunk).ToListAsync(stop);
    }

    /// <summary>A message that is ready to be handed over; without words it was staged before.</summary>
    private sealed record Ready(Notice Notice, OutMessage? Message)
    {
        internal string Key { get; } = Notice.Key;

        internal Guid Id { get; } = Notice.Message;

        internal string Code { get; } = Notice.Code;
    }

    private Task<Ready?> Word(string key) => journal.Write<Ready?>(Actor.System(), async work =>
    {
        if (await work.Find<Notice>(key) is not { EndedAt: null, Way: NoticeWay.Message } notice)
        {
            return null;
        }

        if (notice.StagedAt is not null)
        {
            return new Ready(notice, null);
        }

        var hand = await MatterAtHand.Load(work, rules, notice.Matter);
        if (!IsNeeded(notice, hand.Matter))
        {
            notice.End(work.Now);
            return null;
        }

        var contact = await vault.Look(work, notice.Matter, "message", notice.Code);
        if (!PhoneNumber.TryParse(contact.GetValueOrDefault("phone"), out var phone) || phone.Kind != PhoneKind.Mobile)
        {
            await CallInstead(work, notice, hand.Matter);
            return null;
        }

        var text = await words.Of(await work.Db(), notice, hand.Matter, hand.Rules, contact);
        notice.WordedAt = work.Now;
        return new Ready(notice, new OutMessage(notice.Message, new MatterNumber(notice.Matter).Digits, phone.Digits, hand.Matter.Language, text));
    });

    private static bool IsNeeded(Notice notice, Matter matter) => matter.Reachable && notice.About switch
    {
        NoticeAbout.Limit => matter is { ToldAt: null, DueOn: not null } && matter.State is not (MatterState.Answered or MatterState.Closed),
        NoticeAbout.Answer => matter is { State: MatterState.Answered, DeliveredAt: null },
        _ => true,
    };

    private async Task<int> HandOver(IReadOnlyList<Ready> ready)
    {
        var staged = new List<Ready>();
        var failed = new List<Ready>();
        foreach (var one in ready)
        {
            (await TryStage(one) ? staged : failed).Add(one);
        }

        await MarkStaged([.. staged.Where(s => s.Message is not null)]);
        if (staged.Count > 0 && !TryRelease(staged))
        {
            failed.AddRange(staged);
            staged.Clear();
        }

        await Task.WhenAll(staged.Select(Sent));
        await Task.WhenAll(failed.Select(one => NotSent(one.Key)));
        return ready.Count;
    }

    private async Task<bool> TryStage(Ready one)
    {
        try
        {
            await (one.Message is { } message ? channel.Stage(message) : Task.CompletedTask);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Recorded as a failed attempt below.
            return false;
        }
    }

    private bool TryRelease(IEnumerable<Ready> staged)
    {
        try
        {
            channel.Release([.. staged.Select(s => s.Id)]);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private Task MarkStaged(IReadOnlyCollection<Ready> staged) => staged.Count == 0 ? Task.CompletedTask : journal.Write(Actor.System(), async work =>
    {
        var (db, keys, ids) = (await work.Db(), staged.Select(s => s.Key).ToList(), staged.Select(s => s.Id).ToHashSet());
        foreach (var notice in (await db.Set<Notice>().Where(n => keys.Contains(n.Key)).ToListAsync()).Where(n => ids.Contains(n.Message)))
        {
            notice.StagedAt = work.Now;
        }
    });

    private Task Sent(Ready one) => journal.Write(Actor.System(), async work =>
    {
        var hand = await MatterAtHand.Load(work, rules, one.Notice.Matter);
        var notice = await work.Find<Notice>(one.Key);
        var replaced = notice is null || notice.Message != one.Id;
        var toldAt = await MatterTelling.Messaged(hand, one.Code, one.Id, !replaced && Tells(notice!, hand.Matter));
        if (!replaced)
        {
            notice!.ToldAt = toldAt;
            notice.End(work.Now);
        }
    });

    // A day or an answer that came after the words were put together is not told by them.
    private static bool Tells(Notice notice, Matter matter) => notice.About switch
    {
        NoticeAbout.Answer => matter.State == MatterState.Answered && matter.AnsweredAt <= notice.WordedAt,
        NoticeAbout.Word => false,
        _ => matter.State is not (MatterState.Answered or MatterState.Closed) && matter.UntoldSince <= notice.WordedAt,
    };

    private Task NotSent(string key) => journal.Write(Actor.System(), async work =>
    {
        if (await work.Find<Notice>(key) is not { EndedAt: null } notice)
        {
            return;
        }

        var hand = await MatterAtHand.Load(work, rules, notice.Matter);
        await MatterTelling.Failed(hand, notice.Code, notice.Message, "channel", null);
        if (++notice.Tries > Again.Length && notice.StagedAt is null)
        {
            await CallInstead(work, notice, hand.Matter);
            return;
        }

        notice.NextAt = work.Now.AddMinutes(Again[Math.Min(notice.Tries, Again.Length) - 1]);
    });

    private async Task<int> TakeBack()
    {
        var back = channel.GivenBack();
        foreach (var message in back)
        {
            await journal.Write(Actor.System(), work => TakeBack(work, message));
            channel.Forget(message);
        }

        return back.Count;
    }

    private async Task TakeBack(Work work, Guid message)
    {
        var db = await work.Db();
        if (await db.Set<Notice>().FirstOrDefaultAsync(n => n.Message == message) is not { Way: NoticeWay.Message } notice)
        {
            return;
        }

        var hand = await MatterAtHand.Load(work, rules, notice.Matter);
        await MatterTelling.Failed(hand, notice.Code, message, "gateway", notice.ToldAt);
        notice.End(work.Now);
        await CallInstead(work, notice, hand.Matter);
    }

    /// <summary>No message can tell it. A call does, where anything is still to be told; number and code alone are not worth one.</summary>
    private static async Task CallInstead(Work work, Notice notice, Matter matter)
    {
        var now = work.Now;
        if (notice.About != NoticeAbout.Receipt)
        {
            var owed = notice.About == NoticeAbout.Word ? WhoHears.IsWorthACall(notice.About, notice.Code) : IsNeeded(notice, matter);
            (owed ? (Action<DateTime>)notice.TurnToCall : notice.End)(now);
            return;
        }

        notice.End(now);
        if (matter is { UntoldSince: not null, Reachable: true } && matter.Kind != MatterKind.Immediate)
        {
            await NoticeRows.Put(work, matter.Number, NoticeAbout.Limit, notice.Cause, NoticeCode.DueDate, NoticeWay.Call);
        }
    }
}
