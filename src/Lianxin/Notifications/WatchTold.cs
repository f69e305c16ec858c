using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Notifications;

/// <summary>Each night: whoever can be reached and was not told a day or an answer that nobody is about to tell becomes a phone task (ED-31).</summary>
public sealed class WatchTold(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private const int Chunk = 500;

    /// <inheritdoc/>
    public string Name => "watch-told";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Daily(new TimeOnly(2, 30));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var made = 0;
        foreach (var about in new[] { NoticeAbout.Limit, NoticeAbout.Answer })
        {
            var last = 0L;
            while (await Untold(about, last, stop) is { Count: > 0 } some)
            {
                foreach (var number in some)
                {
                    made += await journal.Write(Actor.System(), work => Call(work, number, about)) ? 1 : 0;
                }

                last = some[^1];
            }
        }

        return made;
    }

    private async Task<List<long>> Untold(string about, long after, CancellationToken stop)
    {
        await using var db = database.Read();
        var matters = about == NoticeAbout.Limit
            ? db.Matters.Where(m => m.UntoldSince != null && m.Reachable && m.State != MatterState.Closed && (m.Kind == null || m.Kind != MatterKind.Immediate))
            : db.Matters.Where(m => m.State == MatterState.Answered && m.DeliveredAt == null && m.Reachable);

        // Through an expression: the few are found by their index, and the order of numbers would lead past every matter.
        return await matters.Where(m => m.Number + 0 > after && !db.Set<Notice>().Any(n => n.Matter == m.Number && n.EndedAt == null))
            .OrderBy(m => m.Number + 0).Select(m => m.Number).Take(Chunk).ToListAsync(stop);
    }

    private async Task<bool> Call(Work work, long number, string about)
    {
        var hand = await MatterAtHand.Load(work, rules, number);
        var matter = hand.Matter;
        var owed = about == NoticeAbout.Limit ? matter.UntoldSince is not null && matter.State is not (MatterState.Answered or MatterState.Closed)
            : matter is { State: MatterState.Answered, DeliveredAt: null };
        if (!owed || !matter.Reachable || await work.Find<Notice>(Notice.KeyOf(number, about)) is { EndedAt: null })
        {
            return false;
        }

        var (code, cause) = about == NoticeAbout.Limit ? (NoticeCode.DueDate, matter.TitleSeq) : (NoticeCode.Answer, matter.AnswerSeq!.Value);
        await NoticeRows.Put(work, number, about, cause, code, NoticeWay.Call);
        return true;
    }
}
