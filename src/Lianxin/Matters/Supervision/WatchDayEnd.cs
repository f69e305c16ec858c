using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>At 18:00 of a working day the head of each unit is told what it has not sorted; the next day's report keeps the number (WQ-38).</summary>
public sealed class WatchDayEnd(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    /// <summary>When the day is looked at.</summary>
    public static readonly TimeOnly At = new(18, 0);

    /// <inheritdoc/>
    public string Name => "watch-day-end";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Daily(At);

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        await using var db = database.Read();
        var book = await rules.Read(db);
        var day = ShanghaiTime.DayOf(Times.Last(now));
        if (!book.Calendar.IsWorkingDay(day))
        {
            return 0;
        }

        var waiting = await WatchTriage.Waiting(db, Times.Last(now)).GroupBy(m => m.Unit).Select(g => new { Unit = g.Key, Count = g.Count() }).OrderBy(g => g.Unit).ToListAsync(stop);
        var told = await db.TriageRests.Where(r => r.OnDay == day).Select(r => r.Unit).ToListAsync(stop);
        var left = waiting.Where(w => !told.Contains(w.Unit)).ToList();
        foreach (var one in left)
        {
            var head = (book.Officers.HeadOf(one.Unit, book.Today) ?? book.AnswersFor(one.Unit)).Id;
            await journal.Write(Actor.System(), work => work.Save(new TriageLeftOver(work.NewId(), one.Unit, day, one.Count, head)));
        }

        return left.Count;
    }
}
