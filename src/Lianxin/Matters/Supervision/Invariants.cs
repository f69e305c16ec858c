using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>One invariant as it stands now: the first breaching matters, and whether there are more.</summary>
public sealed record InvariantCheck(string Code, IReadOnlyList<long> Numbers, bool More)
{
    /// <summary>True when nothing breaches it.</summary>
    public bool Holds => Numbers.Count == 0;
}

/// <summary>
/// Watches INV-01 to INV-06 on the stored rows (WQ-41): what the operations refuse shall not be found here either. Each question is
/// bounded and answered by an index.
/// </summary>
public sealed class Invariants(LianxinDatabase database, Rules rules)
{
    /// <summary>The invariants that are watched, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["INV-01", "INV-02", "INV-03", "INV-04", "INV-05", "INV-06"];

    /// <summary>Checks all of them now; lists at most <paramref name="most"/> matters each.</summary>
    public async Task<IReadOnlyList<InvariantCheck>> Check(int most = 50)
    {
        await using var db = database.Read();
        var book = await rules.Read(db);
        var checks = new List<InvariantCheck>();
        foreach (var code in Codes)
        {
            var found = new SortedSet<long>();
            foreach (var question in Questions(code, db, book))
            {
                // By an expression, so that the index of what is looked for is taken and not the order of numbers, which leads through all.
                found.UnionWith(await question.OrderBy(n => n + 0).Take(most + 1).ToListAsync());
            }

            checks.Add(new InvariantCheck(code, [.. found.Take(most)], found.Count > most));
        }

        return checks;
    }

    private static IEnumerable<IQueryable<long>> Questions(string code, LianxinDb db, Rulebook book) => code switch
    {
        "INV-01" => Owners(db, book),
        "INV-02" => [db.Matters.Where(m => m.State == MatterState.Closed && m.Outcome == null).Select(m => m.Number)],
        "INV-03" => [Answers(db)],
        "INV-04" => Limits(db, book),
        "INV-05" => Links(db),
        "INV-06" => Hands(db),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    /// <summary>No open matter of somebody who is not here, or of a unit that is no more; nothing waits in triage past its day but by the head's name.</summary>
    private static IEnumerable<IQueryable<long>> Owners(LianxinDb db, Rulebook book)
    {
        var gone = book.Officers.All.Where(o => !book.Officers.IsPresent(o.Id, book.Today)).Select(o => o.Id).Append(Guid.Empty).ToList();
        var open = book.Units.Units(book.Today).Select(u => u.Id).ToList();
        yield return db.Matters.Where(m => m.State != MatterState.Closed && gone.Contains(m.Officer)).Select(m => m.Number);
        var closed = book.Units.ClosedBy(book.Today).Append(Guid.Empty).ToList();
        yield return db.Matters.Where(m => m.State != MatterState.Closed && closed.Contains(m.Unit)).Select(m => m.Number);
        var heads = open.Select(u => book.Officers.HeadOf(u, book.Today)?.Id).OfType<Guid>().Distinct().ToList();
        var before = ShanghaiTime.EndOfDay(book.PassedSince(book.Limit("triage")));
        yield return WatchTriage.Waiting(db, before).Where(m => m.Returns == 0 && !heads.Contains(m.Officer)).Select(m => m.Number);
    }

    /// <summary>Nothing closed whose person was not answered. Withdrawn, undone and acknowledged matters need no delivery.</summary>
    private static IQueryable<long> Answers(LianxinDb db) => db.Matters
        .Where(m => m.State == MatterState.Closed && m.DeliveredAt == null && m.Outcome != MatterOutcome.Withdrawn
            && m.Outcome != MatterOutcome.EnteredInError && m.Outcome != MatterOutcome.Acknowledged)
        .Select(m => m.Number);

    /// <summary>Every open demand and consultation has its day, and whoever can be reached was told it within a working day.</summary>
    private static IEnumerable<IQueryable<long>> Limits(LianxinDb db, Rulebook book)
    {
        var before = ShanghaiTime.EndOfDay(book.PassedSince(1));
        yield return db.Matters
            .Where(m => !(m.State == MatterState.Answered || m.State == MatterState.Closed) && m.DueOn == null && !m.Backlog
                && (m.Form == MatterForm.Demand || m.Form == MatterForm.Consultation))
            .Select(m => m.Number);
        yield return db.Matters
            .Where(m => m.UntoldSince < before && m.Reachable && (m.Kind == null || m.Kind != MatterKind.Immediate) && m.State != MatterState.Closed)
            .Select(m => m.Number);
    }

    /// <summary>No end without the person's word or its recorded silence, but for what ends without an answer of its own.</summary>
    private static IEnumerable<IQueryable<long>> Links(LianxinDb db)
    {
        yield return db.Matters
            .Where(m => m.State == MatterState.Closed && m.Verdict == null && m.Outcome != MatterOutcome.Withdrawn && m.Outcome != MatterOutcome.Merged
                && m.Outcome != MatterOutcome.EnteredInError && m.Outcome != MatterOutcome.Acknowledged)
            .Select(m => m.Number);
        yield return db.Matters.Where(m => m.State == MatterState.Answered && m.AnswerSeq == null).Select(m => m.Number);
    }

    /// <summary>An offer stands exactly while a matter waits to be accepted; after two returns only the coordinator rules.</summary>
    private static IEnumerable<IQueryable<long>> Hands(LianxinDb db)
    {
        yield return db.Matters.Where(m => m.OfferedTo != null && (m.State != MatterState.Dispatched || m.Returns >= 2)).Select(m => m.Number);
        yield return db.Matters
            .Where(m => !(m.State == MatterState.Answered || m.State == MatterState.Closed) && m.State == MatterState.Dispatched && m.OfferedTo == null)
            .Select(m => m.Number);
    }
}
