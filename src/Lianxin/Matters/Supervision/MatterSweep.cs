using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>
/// Does one thing to each matter a rule names: found by an index, so that the cost follows what is due; looked at again inside the writer;
/// an operation each, several under way at once.
/// </summary>
internal sealed class MatterSweep(Journal journal, LianxinDatabase database, Rules rules)
{
    private const int Chunk = 500;
    private const int AtOnce = 32;

    /// <summary>The rulebook of that instant.</summary>
    internal async Task<Rulebook> Book(DateTime now)
    {
        await using var db = database.Read();
        return await rules.Read(db) with { Today = ShanghaiTime.DayOf(now) };
    }

    /// <summary>
    /// Runs <paramref name="act"/> on what <paramref name="due"/> finds, in ascending numbers; <paramref name="act"/> says whether it changed anything. Gives how many were changed.
    /// </summary>
    internal async Task<int> Run(Func<LianxinDb, IQueryable<Matter>> due, Func<MatterAtHand, Task<bool>> act, CancellationToken stop)
    {
        var changed = 0;
        var last = 0L;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var numbers = await Next(due, last, stop);
            foreach (var some in numbers.Chunk(AtOnce))
            {
                var done = await Task.WhenAll(some.Select(number => One(number, act)));
                changed += done.Count(did => did);
            }

            if (numbers.Count < Chunk)
            {
                return changed;
            }

            last = numbers[^1];
        }
    }

    private Task<bool> One(long number, Func<MatterAtHand, Task<bool>> act) =>
        journal.Write(Actor.System(), async work => await act(await MatterAtHand.Load(work, rules, number)));

    private async Task<List<long>> Next(Func<LianxinDb, IQueryable<Matter>> due, long after, CancellationToken stop)
    {
        // A sum keeps both databases off the numbers' own index: they would walk every matter in order instead of the few that are due.
        await using var db = database.Read();
        return await due(db).Where(m => m.Number + 0 > after).OrderBy(m => m.Number + 0).Select(m => m.Number).Take(Chunk).ToListAsync(stop);
    }
}
