using System.Runtime.CompilerServices;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Reports;

/// <summary>
/// Where the matters of a cut-off are read from: the journal, folded again from nothing, or the rows of today where they have not changed
/// since. Both tell the same stories; only the journal is proof.
/// </summary>
public sealed class FigureSource(LianxinDatabase database, Replay replay)
{
    private const int Chunk = 2000;

    /// <summary>From the journal alone.</summary>
    public async IAsyncEnumerable<FigureStory> FromJournal(long size, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var rows in replay.Matters(size, stop))
        {
            if (Counted(rows.All<Matter>().Single()))
            {
                yield return Story(rows);
            }
        }
    }

    /// <summary>
    /// From the journal, imported history too: what was imported before <paramref name="recorded"/> entries and not undone by then speaks by
    /// its own dates up to the cut-off, everything else as it was recorded at it.
    /// </summary>
    public async IAsyncEnumerable<FigureStory> WithHistory(DateTime asOf, long recorded, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var rows in replay.Matters(recorded, (fact, stamp) => fact is MatterImported or MatterEnteredInError || stamp.At <= asOf, stop))
        {
            var matter = rows.All<Matter>().Single();
            if (matter.Outcome == MatterOutcome.EnteredInError || (matter.IsHistory && matter.ArrivedAt > asOf))
            {
                continue;
            }

            var answered = matter.IsHistory && matter.RepliedAt > asOf;
            yield return answered ? Story(rows) with { IsAnsweredLater = true } : Story(rows);
        }
    }

    /// <summary>From today's rows; a matter with entries after the cut-off is folded again up to it.</summary>
    public async IAsyncEnumerable<FigureStory> FromRows(DateTime asOf, long size, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var db = database.Read();
        long after = 0;
        while (true)
        {
            var found = await Rows(db, after, asOf).ToListAsync(stop);
            var changed = found.Where(r => r.LastAt > asOf).Select(r => r.Number).ToList();
            var folded = changed.Count == 0 ? [] : (await replay.Matters(db, changed, size, stop)).ToDictionary(r => r.All<Matter>().Single().Number);
            foreach (var row in found)
            {
                var story = row.LastAt > asOf ? Story(folded[row.Number]) : row.Story();
                if (Counted(story.Matter))
                {
                    yield return story;
                }
            }

            if (found.Count < Chunk)
            {
                yield break;
            }

            after = found[^1].Number;
        }
    }

    private static bool Counted(Matter matter) => matter.Outcome != MatterOutcome.EnteredInError && !matter.IsHistory;

    private static FigureStory Story(ReplayedRows rows)
    {
        var matter = rows.All<Matter>().Single();
        return new FigureStory(matter, matter.Deadline is { } id ? rows.Get<MatterDeadline>(id) : null);
    }

    private static IQueryable<StoredMatter> Rows(LianxinDb db, long after, DateTime asOf) =>
        from m in db.Matters.Where(m => m.Number > after && m.ReceivedAt <= asOf).OrderBy(m => m.Number).Take(Chunk)
        join d in db.Deadlines on m.Deadline equals (Guid?)d.Id into limits
        from d in limits.DefaultIfEmpty()
        orderby m.Number
        select new StoredMatter
        {
            Number = m.Number,
            LastAt = m.LastAt,
            Form = m.Form,
            State = m.State,
            Outcome = m.Outcome,
            Verdict = m.Verdict,
            Channel = m.Channel,
            Category = m.Category,
            Unit = m.Unit,
            ArrivedAt = m.ArrivedAt,
            AcceptedAt = m.AcceptedAt,
            AnsweredAt = m.AnsweredAt,
            DeliveredAt = m.DeliveredAt,
            ClosedAt = m.ClosedAt,
            Import = m.Import,
            TakenUpAt = m.TakenUpAt,
            Master = m.Master,
            Paused = m.Paused,
            Refusal = m.Refusal,
            Heads = m.Heads,
            Reception = m.Reception,
            Clock = d == null ? null : d.Clock,
            DueOn = d == null ? null : d.DueOn,
            MetAt = d == null ? null : d.MetAt,
        };

    /// <summary>The columns that figures read, so that a large table is not carried through memory whole.</summary>
    private sealed record StoredMatter
    {
        public long Number { get; init; }

        public DateTime LastAt { get; init; }

        public MatterForm Form { get; init; }

        public MatterState State { get; init; }

        public MatterOutcome? Outcome { get; init; }

        public MatterVerdict? Verdict { get; init; }

        public string Channel { get; init; } = "";

        public string? Category { get; init; }

        public Guid Unit { get; init; }

        public DateTime ArrivedAt { get; init; }

        public DateTime? AcceptedAt { get; init; }

        public DateTime? AnsweredAt { get; init; }

        public DateTime? DeliveredAt { get; init; }

        public DateTime? ClosedAt { get; init; }

        public Guid? Import { get; init; }

        public DateTime? TakenUpAt { get; init; }

        public long? Master { get; init; }

        public bool Paused { get; init; }

        public string? Refusal { get; init; }

        public int Heads { get; init; }

        public Guid? Reception { get; init; }

        public MatterClock? Clock { get; init; }

        public DateOnly? DueOn { get; init; }

        public DateTime? MetAt { get; init; }

        public FigureStory Story() => new(
            new Matter
            {
                Number = Number,
                Form = Form,
                State = State,
                Outcome = Outcome,
                Verdict = Verdict,
                Channel = Channel,
                Category = Category,
                Unit = Unit,
                ArrivedAt = ArrivedAt,
                AcceptedAt = AcceptedAt,
                AnsweredAt = AnsweredAt,
                DeliveredAt = DeliveredAt,
                ClosedAt = ClosedAt,
                Import = Import,
                TakenUpAt = TakenUpAt,
                Master = Master,
                Paused = Paused,
                Refusal = Refusal,
                Heads = Heads,
                Reception = Reception,
            },
            DueOn is { } due ? new MatterDeadline { DueOn = due, MetAt = MetAt, Clock = Clock!.Value } : null);
    }
}
