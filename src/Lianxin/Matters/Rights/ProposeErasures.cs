using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>
/// Every night: asks for the erasure of what is past the time its category is kept for (个人信息保护法 art. 19). It only proposes; two officers
/// agree or refuse, and what they refused is not proposed again for a year.
/// </summary>
public sealed class ProposeErasures(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    /// <summary>Proposals a night at most: two people read them.</summary>
    public const int Most = 300;

    private const int Page = 500;

    /// <inheritdoc/>
    public string Name => "propose-erasures";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Daily(new TimeOnly(3, 20));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        await using var db = database.Read();
        var book = await rules.Read(db);
        var years = book.Lists.Categories.Select(c => c.KeepYears ?? ErasureRules.KeepYears).Append(ErasureRules.KeepYears).Min();
        var before = ShanghaiTime.EndOfDay(book.Today.AddYears(-years));
        var (asked, last) = (0, (At: DateTime.UnixEpoch, Number: 0L));
        while (asked < Most && await Next(db, last, before, now.AddYears(-1), stop) is { Count: > 0 } page)
        {
            foreach (var matter in page.Where(m => ErasureRules.WhyNot(m, ErasureScope.Everything, ErasureGround.KeptLongEnough, book) is null).Take(Most - asked))
            {
                await Propose(matter.Number);
                asked++;
            }

            last = (page[^1].ClosedAt!.Value, page[^1].Number);
        }

        return asked;
    }

    private Task Propose(long number) => journal.Write(Actor.System(), async work =>
    {
        var hand = await MatterAtHand.Load(work, rules, number);
        if (hand.Matter.Erasure is null && ErasureRules.WhyNot(hand.Matter, ErasureScope.Everything, ErasureGround.KeptLongEnough, hand.Rules) is null)
        {
            await MatterErasure.Ask(hand, ErasureScope.Everything, ErasureGround.KeptLongEnough, ErasureOrigin.Retention, []);
        }
    });

    private static Task<List<Matter>> Next(LianxinDb db, (DateTime At, long Number) last, DateTime before, DateTime refusedSince, CancellationToken stop)
    {
        var requests = db.ErasureRequests;
        return db.Matters.AsNoTracking()
            .Where(m => m.ClosedAt != null && m.ErasedAt == null && m.ClosedAt <= before && (m.ClosedAt > last.At || (m.ClosedAt == last.At && m.Number > last.Number)))
            .Where(m => m.Erasure == null && !m.Sealed && m.State == MatterState.Closed)
            .Where(m => !requests.Any(r => r.Matter == m.Number && r.RefusedAt > refusedSince))
            .OrderBy(m => m.ClosedAt).ThenBy(m => m.Number).Take(Page).ToListAsync(stop);
    }
}
