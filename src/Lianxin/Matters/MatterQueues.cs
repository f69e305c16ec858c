using System.Linq.Expressions;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Lists of matters: one projected query a page (two where those without a limit follow), keyset paging, counts that stop at a hundred.</summary>
public sealed class MatterQueues(MatterIndex index)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Counts go no further; a page shows “99+”.</summary>
    public const int CountLimit = 100;

    /// <summary>How many matters a view holds, up to <see cref="CountLimit"/>.</summary>
    public static Task<int> Count(LianxinDb db, QueueView view, Actor actor, bool own, Rulebook rules) =>
        Of(db, view, actor, own, rules).Take(CountLimit).CountAsync();

    /// <summary>A page of the list that is asked for, among those the actor may see.</summary>
    public async Task<MatterRows> List(LianxinDb db, MatterAsk ask, Rulebook rules, Actor actor, QueueCursor? from, int size = PageSize) =>
        await Page(db, await Asked(db, ask, rules, actor), ask.Order, from, size);

    /// <summary>The page that begins with a matter of the list; the first page when it is no longer in it.</summary>
    public async Task<MatterRows> ListAt(LianxinDb db, MatterAsk ask, Rulebook rules, Actor actor, long number)
    {
        var keyed = await Asked(db, ask, rules, actor);
        var before = await Place(keyed, number) is { } at ? (await Page(db, keyed, ask.Order, at with { Back = true }, 1)).Rows : [];
        return await Page(db, keyed, ask.Order, before is [var row] ? new QueueCursor(row.Number, row.DueOn) : null, PageSize);
    }

    /// <summary>The neighbours of a matter in the list it came from; one that left the list meanwhile keeps its place by its day.</summary>
    public async Task<(long? Previous, long? Next)> Beside(LianxinDb db, MatterAsk ask, Rulebook rules, Actor actor, Matter matter)
    {
        var keyed = await Asked(db, ask, rules, actor);
        var at = await Place(keyed, matter.Number) ?? new QueueCursor(matter.Number, matter.DueOn);
        var before = await Page(db, keyed, ask.Order, at with { Back = true }, 1);
        var after = await Page(db, keyed, ask.Order, at, 1);
        return (First(before), First(after));
    }

    /// <summary>These matters, as rows, among those the actor may see; at most a page.</summary>
    public static Task<List<MatterRow>> These(LianxinDb db, IReadOnlyCollection<long> numbers, Rulebook rules, Actor actor) => Rows(
        db,
        db.Matters.Where(MatterVisibility.SeenBy(actor, rules)).Where(m => numbers.Contains(m.Number)).Select(m => new Keyed { Matter = m, Due = m.DueOn, Number = m.Number }),
        PageSize,
        t => t.OrderBy(k => k.Due).ThenBy(k => k.Number));

    private static long? First(MatterRows page) => page.Rows is [var row, ..] ? row.Number : null;

    private static async Task<QueueCursor?> Place(IQueryable<Keyed> keyed, long number) =>
        await keyed.Where(k => k.Number == number).Select(k => new { k.Number, k.Due }).FirstOrDefaultAsync() is { } found ? new QueueCursor(found.Number, found.Due) : null;

    private async Task<IQueryable<Keyed>> Asked(LianxinDb db, MatterAsk ask, Rulebook rules, Actor actor)
    {
        if (ask.View is { } view)
        {
            return Of(db, view, actor, ask.Own, rules);
        }

        var matters = Narrow(db.Matters.Where(MatterVisibility.Listed(actor, rules)), ask.Filter, rules);
        if (ask.Filter.Words.IsEmpty)
        {
            return Keys(matters);
        }

        return await index.Few(db, ask.Filter.Words) is { } few
            ? Keys(matters.Where(m => few.Contains(m.Number)))
            : from hit in index.Find(db, ask.Filter.Words) join m in matters on hit.Matter equals m.Number select new Keyed { Matter = m, Due = m.DueOn, Number = hit.Matter };
    }

    private static IQueryable<Keyed> Keys(IQueryable<Matter> matters) => matters.Select(m => new Keyed { Matter = m, Due = m.DueOn, Number = m.Number });

    private static IQueryable<Matter> Narrow(IQueryable<Matter> matters, MatterFilter filter, Rulebook rules)
    {
        matters = filter.Unit is { } unit ? matters.Where(m => m.Unit == unit) : matters;
        matters = filter.Officer is { } officer ? matters.Where(m => m.Officer == officer) : matters;
        matters = InState(matters, filter);
        matters = filter.Backlog ? matters.Where(m => m.Backlog && m.State != MatterState.Closed) : filter.State is null && !filter.Everything ? matters.Where(m => !m.Backlog) : matters;
        matters = filter.Kind is { } kind ? matters.Where(m => m.Kind == kind) : matters;
        matters = filter.Channel is { } channel ? matters.Where(m => m.Channel == channel) : matters;
        matters = filter.DueFrom is { } dueFrom ? matters.Where(m => m.DueOn >= dueFrom) : matters;
        matters = filter.DueTo is { } dueTo ? matters.Where(m => m.DueOn <= dueTo) : matters;
        matters = filter.Overdue ? matters.Where(Overdue(rules.Today)) : matters;
        return Under(Received(matters, filter), filter, rules);
    }

    // Written so that SQLite finds the partial index of that state: it takes the index's own words only, so they come after unit and
    // officer, where they stay as they are. A number above 0 says that the walk through all matters is meant. The closed, newest first, are walked by number, since an index of them would have to be sorted.
    private static IQueryable<Matter> InState(IQueryable<Matter> matters, MatterFilter filter)
    {
        var open = filter is { State: not (MatterState.Answered or MatterState.Closed), Everything: false } or { State: MatterState.Registered or MatterState.Dispatched or MatterState.Handling };
        matters = open && (filter.Unit ?? filter.Officer) is not null ? matters.Where(m => m.State != MatterState.Closed) : matters;
        matters = open ? matters.Where(m => !(m.State == MatterState.Answered || m.State == MatterState.Closed))
            : filter.State == MatterState.Answered ? matters
            : matters.Where(m => m.Number > 0);
        return filter.State switch
        {
            null => matters,
            MatterState.Answered => matters.Where(m => m.State == MatterState.Answered),
            MatterState.Closed when filter.EffectiveOrder == QueueOrder.Deadline => matters.Where(m => m.State == MatterState.Closed),
            MatterState.Closed => matters.Where(m => (m.State == MatterState.Answered || m.State == MatterState.Closed) && m.State != MatterState.Answered),
            { } state => matters.Where(m => m.State == state),
        };
    }

    // Numbers rise with time and begin with the year: the year alone keeps a look at old days off the newer ones.
    private static IQueryable<Matter> Received(IQueryable<Matter> matters, MatterFilter filter)
    {
        if (filter.ReceivedFrom is { } from)
        {
            var (first, since) = (MatterNumber.Make(from.Year, 1).Value, ShanghaiTime.StartOfDay(from));
            matters = matters.Where(m => m.Number >= first && m.ReceivedAt >= since);
        }

        if (filter.ReceivedTo is { } to)
        {
            var (last, until) = (MatterNumber.Make(to.Year, MatterNumber.MaxSerial).Value, ShanghaiTime.EndOfDay(to));
            matters = matters.Where(m => m.Number <= last && m.ReceivedAt < until);
        }

        return matters;
    }

    private static IQueryable<Matter> Under(IQueryable<Matter> matters, MatterFilter filter, Rulebook rules)
    {
        if (filter.Place is { } place)
        {
            var places = rules.Units.PlacesUnder(place, rules.Today).Select(p => p.Code).ToList();

            // Not by an index of places: a street's are many, and sorting them all costs more than walking the order until a page is full.
            matters = matters.Where(m => places.Contains(m.Place! + ""));
        }

        if (filter.Category is { } category)
        {
            var all = new List<string> { category };
            for (var i = 0; i < all.Count; i++)
            {
                all.AddRange(rules.Lists.Categories.Where(c => c.Parent == all[i]).Select(c => c.Code));
            }

            matters = matters.Where(m => all.Contains(m.Category!));
        }

        return matters;
    }

    /// <summary>Handled, with a called-in unit past its own day (ED-39).</summary>
    public static Expression<Func<Matter, bool>> HelperLate(LianxinDb db, DateOnly today)
    {
        var late = db.CoHandlers.Where(h => h.AnsweredAt == null && h.DueOn < today).Select(h => h.Matter);
        return m => m.State == MatterState.Handling && late.Contains(m.Number);
    }

    /// <summary>Past its day, running and unanswered.</summary>
    public static Expression<Func<Matter, bool>> Overdue(DateOnly today) =>
        m => m.State != MatterState.Answered && m.State != MatterState.Closed && m.DueOn < today && !m.Paused;

    private static IQueryable<Keyed> Of(LianxinDb db, QueueView view, Actor actor, bool own, Rulebook rules)
    {
        var today = rules.Today;
        var matters = db.Matters.Where(MatterShield.OpenTo(actor, rules));
        if (actor is not { Unit: { } unit, Id: { } officer })
        {
            return Keys(db.Matters.Where(m => false));
        }

        if (view == QueueView.Helping)
        {
            return from h in db.CoHandlers
                   where h.Unit == unit && h.AnsweredAt == null
                   join m in matters on h.Matter equals m.Number
                   where m.State == MatterState.Handling
                   select new Keyed { Matter = m, Due = h.DueOn, Number = m.Number };
        }

        if (view == QueueView.Escalated)
        {
            return from b in db.Blocks
                   where b.GoesTo == unit && b.EscalatedAt != null && b.EndedAt == null
                   join m in matters on b.Id equals m.Block
                   select new Keyed { Matter = m, Due = m.DueOn, Number = m.Number };
        }

        // What few matters are is found by an index of its own, whose words alone are said; all else is found among what is not closed.
        var mine = view == QueueView.Offered ? matters : own ? matters.Where(m => m.Officer == officer) : matters.Where(m => m.Unit == unit);
        mine = view is QueueView.Offered or QueueView.Papers or QueueView.RestDue or QueueView.Untold ? mine : mine.Where(m => m.State != MatterState.Closed);
        return Keys(view == QueueView.HelperLate ? mine.Where(HelperLate(db, today)) : OfMine(db.Questions, mine, view, unit, today));
    }

    private static IQueryable<Matter> OfMine(IQueryable<MatterQuestion> questions, IQueryable<Matter> mine, QueueView view, Guid unit, DateOnly today) => view switch
    {
        QueueView.Offered => mine.Where(m => m.OfferedTo == unit),
        QueueView.Handling => mine.Where(m => m.State == MatterState.Handling && m.Master == null && !m.Paused),
        QueueView.Papers => mine.Where(m => m.Paused && !(m.State == MatterState.Answered || m.State == MatterState.Closed)),
        QueueView.Chase => mine.Where(m => m.ChaseOn <= today && m.State == MatterState.Handling && m.Master == null),
        QueueView.DueToday => mine.Where(m => m.DueOn == today && m.State != MatterState.Answered && !m.Paused),
        QueueView.Overdue => mine.Where(Overdue(today)),
        QueueView.Untold => Untold(mine),
        QueueView.Asked => mine.Where(m => m.State == MatterState.Handling && questions.Where(q => q.RepliedAt == null).Select(q => q.Matter).Contains(m.Number)),
        _ => mine.Where(m => m.State == MatterState.Answered && m.Verdict == MatterVerdict.Partly),
    };

    // A day or an answer the person does not know of yet: two lists, each by an index of its own.
    private static IQueryable<Matter> Untold(IQueryable<Matter> mine) => mine
        .Where(m => m.UntoldSince != null && m.DueOn != null && m.Reachable && m.Kind != MatterKind.Immediate && m.State != MatterState.Answered && m.State != MatterState.Closed)
        .Concat(mine.Where(m => m.State == MatterState.Answered && m.DeliveredAt == null && m.Reachable && (m.RepliedAt == null || m.TakenUpAt != null)));

    private static async Task<MatterRows> Page(LianxinDb db, IQueryable<Keyed> keyed, QueueOrder order, QueueCursor? from, int size)
    {
        var back = from is { Back: true };
        var rows = order == QueueOrder.Newest ? await ByNumber(db, keyed, from, size) : await ByDeadline(db, keyed, from, size);
        var more = rows.Count > size;
        var shown = rows.Take(size).ToList();
        if (back)
        {
            shown.Reverse();
        }

        QueueCursor? At(MatterRow? row, bool backwards) => row is null ? null : new QueueCursor(row.Number, row.DueOn, backwards);
        return new MatterRows(
            shown,
            back ? (more ? At(shown.FirstOrDefault(), true) : null) : from is null ? null : At(shown.FirstOrDefault(), true),
            back || more ? At(shown.LastOrDefault(), false) : null);
    }

    private static Task<List<MatterRow>> ByNumber(LianxinDb db, IQueryable<Keyed> keyed, QueueCursor? from, int size)
    {
        var back = from is { Back: true };
        if (from is { } at)
        {
            keyed = back ? keyed.Where(k => k.Number > at.Number) : keyed.Where(k => k.Number < at.Number);
        }

        return Rows(db, keyed, size + 1, t => back ? t.OrderBy(k => k.Number) : t.OrderByDescending(k => k.Number));
    }

    // Databases put nulls at different ends, so those without a limit are a second stretch of the same list.
    private static async Task<List<MatterRow>> ByDeadline(LianxinDb db, IQueryable<Keyed> keyed, QueueCursor? from, int size)
    {
        var back = from is { Back: true };
        var rows = new List<MatterRow>();
        foreach (var dated in back ? [false, true] : (bool[])[true, false])
        {
            if (rows.Count > size || (from is { } start && back != dated && (start.DueOn is not null) != dated))
            {
                continue;
            }

            var stretch = dated ? keyed.Where(k => k.Due != null) : keyed.Where(k => k.Due == null);
            stretch = from is { } at && (at.DueOn is not null) == dated ? Beyond(stretch, at) : stretch;
            rows.AddRange(await Rows(db, stretch, size + 1 - rows.Count, t => dated
                ? back ? t.OrderByDescending(k => k.Due).ThenByDescending(k => k.Number) : t.OrderBy(k => k.Due).ThenBy(k => k.Number)
                : back ? t.OrderByDescending(k => k.Number) : t.OrderBy(k => k.Number)));
        }

        return rows;
    }

    // Written so that the first comparison alone seeks the index.
    private static IQueryable<Keyed> Beyond(IQueryable<Keyed> keyed, QueueCursor at) => (at.DueOn, at.Back) switch
    {
        (null, false) => keyed.Where(k => k.Number > at.Number),
        (null, true) => keyed.Where(k => k.Number < at.Number),
        (_, false) => keyed.Where(k => k.Due >= at.DueOn && (k.Due > at.DueOn || k.Number > at.Number)),
        (_, true) => keyed.Where(k => k.Due <= at.DueOn && (k.Due < at.DueOn || k.Number < at.Number)),
    };

    private static Task<List<MatterRow>> Rows(LianxinDb db, IQueryable<Keyed> keyed, int most, Func<IQueryable<Titled>, IQueryable<Titled>> sort)
    {
        var titled = from k in keyed
                     join w in db.Wordings.Where(w => w.Path == "title") on k.Matter.TitleSeq equals w.Seq into words
                     from w in words.DefaultIfEmpty()
                     select new Titled { Matter = k.Matter, Due = k.Due, Number = k.Number, Title = w.Value };
        return sort(titled).Take(most).Select(t => new MatterRow
        {
            Number = t.Matter.Number,
            Version = t.Matter.Version,
            Title = t.Title,
            Form = t.Matter.Form,
            State = t.Matter.State,
            Kind = t.Matter.Kind,
            Place = t.Matter.Place,
            Category = t.Matter.Category,
            Channel = t.Matter.Channel,
            Unit = t.Matter.Unit,
            Officer = t.Matter.Officer,
            OfferedTo = t.Matter.OfferedTo,
            DueOn = t.Due,
            Paused = t.Matter.Paused,
            Urgent = t.Matter.Urgent,
            Returns = t.Matter.Returns,
            Reopenings = t.Matter.Reopenings,
            ReceivedAt = t.Matter.ReceivedAt,
            ArrivedAt = t.Matter.ArrivedAt,
            AnsweredAt = t.Matter.AnsweredAt,
            Master = t.Matter.Master,
        }).ToListAsync();
    }

    private sealed class Keyed
    {
        public Matter Matter { get; init; } = null!;

        public DateOnly? Due { get; init; }

        public long Number { get; init; }
    }

    private sealed class Titled
    {
        public Matter Matter { get; init; } = null!;

        public DateOnly? Due { get; init; }

        public long Number { get; init; }

        public string? Title { get; init; }
    }
}
