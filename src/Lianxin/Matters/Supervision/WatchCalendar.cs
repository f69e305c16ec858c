using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Deadlines;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>A limit that a calendar would move: the matter, the day in force and the day by that calendar.</summary>
public sealed record MovedLimit(long Matter, DateOnly DueOn, DateOnly NewDueOn, bool Provisional);

/// <summary>
/// After a holiday notice was recorded, the running limits are computed again by it, in chunks, an entry each that keeps the old day
/// (catalogue §17.4). What a broken run left is found again, since each limit names its calendar.
/// </summary>
public sealed class WatchCalendar(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private const int Chunk = 500;
    private const int Together = 50;
    private int _seen;

    /// <inheritdoc/>
    public string Name => "watch-calendar";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        await using var db = database.Read();
        var book = await rules.Read(db);
        if (_seen == book.Calendar.Version)
        {
            return 0;
        }

        var changed = 0;
        await foreach (var chunk in Moved(db, book, book.Calendar, stop))
        {
            foreach (var some in chunk.Chunk(Together))
            {
                changed += await Recompute([.. some.Select(m => m.Matter)]);
            }
        }

        _seen = book.Calendar.Version;
        return changed;
    }

    /// <summary>What a calendar moves of the running limits, without changing anything, in chunks.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<MovedLimit>> Moved(
        LianxinDb db, Rulebook book, WorkingCalendar calendar, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
    {
        var last = 0L;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var running = await (
                from matter in db.Matters
                where !(matter.State == MatterState.Answered || matter.State == MatterState.Closed) && matter.DueOn != null && matter.Number > last
                join limit in db.Deadlines on matter.Deadline equals limit.Id
                where limit.MetAt == null && limit.Calendar < calendar.Version
                orderby matter.Number
                select limit).Take(Chunk).ToListAsync(stop);
            var numbers = running.ConvertAll(r => r.Matter);
            var pauses = (await db.Pauses.Where(p => numbers.Contains(p.Matter)).ToListAsync(stop)).ToLookup(p => p.Matter);
            var moved = running.Select(row => (Row: row, New: DeadlineClock.Recompute(row.Value(pauses[row.Matter], book.Limits), calendar)))
                .Where(pair => pair.New.DueOn != pair.Row.DueOn || pair.New.Provisional != pair.Row.Provisional)
                .Select(pair => new MovedLimit(pair.Row.Matter, pair.Row.DueOn, pair.New.DueOn, pair.New.Provisional)).ToList();
            if (moved.Count > 0)
            {
                yield return moved;
            }

            if (running.Count < Chunk)
            {
                yield break;
            }

            last = running[^1].Matter;
        }
    }

    private Task<int> Recompute(IReadOnlyList<long> numbers) => journal.Write(Actor.System(), async work =>
    {
        var changed = 0;
        foreach (var number in numbers)
        {
            var hand = await MatterAtHand.Load(work, rules, number);
            if (hand.Limit is not { MetAt: null } limit)
            {
                continue;
            }

            var dated = DeadlineClock.Recompute(await hand.LimitValue(limit), hand.Rules.Calendar);
            if (dated.DueOn != limit.DueOn || dated.Provisional != limit.Provisional)
            {
                await hand.Save(new MatterLimitRecomputed(limit.Id, limit.DueOn, dated.DueOn, hand.Rules.Calendar.Version, dated.Provisional ? true : null));
                changed++;
            }
        }

        return changed;
    });
}
