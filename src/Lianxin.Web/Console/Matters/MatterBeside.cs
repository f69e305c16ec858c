using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>A matter related to another: of the same place and category, or merged into it.</summary>
public sealed record RelatedMatter(long Number, string? Title, MatterState State, DateTime ReceivedAt);

/// <summary>One clock of a matter, past or in force (ED-30).</summary>
public sealed record ClockLine(MatterClock Clock, DateOnly StartedOn, DateOnly DueOn, DateTime? MetAt, DateTime? ReplacedAt, bool InForce);

/// <summary>What stands beside a matter on its page: every clock it ever had, helpers, hindrance, related matters, and what came with it.</summary>
public sealed class MatterBeside
{
    private const int Related = 6;

    /// <summary>All clocks, the newest first (ED-30).</summary>
    public IReadOnlyList<ClockLine> Clocks { get; private init; } = [];

    /// <summary>Helping units, each with its own limit (ED-39).</summary>
    public IReadOnlyList<MatterCoHandler> Helpers { get; private init; } = [];

    /// <summary>What stands in the way; null for nothing.</summary>
    public MatterBlock? Block { get; private init; }

    /// <summary>The newest of the same place and category that the reader may see.</summary>
    public IReadOnlyList<RelatedMatter> Alike { get; private init; } = [];

    /// <summary>Matters that were merged into this one.</summary>
    public IReadOnlyList<RelatedMatter> Members { get; private init; } = [];

    /// <summary>Questions to the person that are open.</summary>
    public int OpenQuestions { get; private init; }

    /// <summary>Reads it: a fixed number of queries, each bounded.</summary>
    public static async Task<MatterBeside> Of(LianxinDb db, Matter matter, Rulebook rules, Actor actor)
    {
        var members = db.Matters.Where(m => m.Master == matter.Number).OrderBy(m => m.Number).Take(50);
        var seen = db.Matters.Where(MatterVisibility.SeenBy(actor, rules));
        var alike = seen.Where(m => m.Place == matter.Place && m.Category == matter.Category && m.Number != matter.Number).OrderByDescending(m => m.Number).Take(Related);
        return new MatterBeside
        {
            Clocks = await Read(db, matter),
            Helpers = await db.CoHandlers.Where(h => h.Matter == matter.Number).OrderBy(h => h.AskedAt).ToListAsync(),
            Block = matter.Block is { } block ? await db.Blocks.SingleAsync(b => b.Id == block) : null,
            Alike = matter.Place is null || matter.Category is null ? [] : [.. (await Titled(db, alike)).OrderByDescending(m => m.Number)],
            Members = [.. (await Titled(db, members)).OrderBy(m => m.Number)],
            OpenQuestions = await db.Questions.CountAsync(q => q.Matter == matter.Number && q.RepliedAt == null),
        };
    }

    private static async Task<IReadOnlyList<ClockLine>> Read(LianxinDb db, Matter matter)
    {
        var rows = await db.Deadlines.Where(d => d.Matter == matter.Number).ToListAsync();
        return [.. rows.OrderByDescending(d => d.Id == matter.Deadline).ThenByDescending(d => d.ReplacedAt ?? d.MetAt).ThenByDescending(d => d.StartedOn)
            .Select(d => new ClockLine(d.Clock, d.StartedOn, d.DueOn, d.MetAt, d.ReplacedAt, d.Id == matter.Deadline && d.MetAt is null))];
    }

    private static Task<List<RelatedMatter>> Titled(LianxinDb db, IQueryable<Matter> matters) => (
        from matter in matters
        join title in db.Wordings.Where(w => w.Path == "title") on matter.TitleSeq equals title.Seq into titles
        from title in titles.DefaultIfEmpty()
        select new RelatedMatter(matter.Number, title.Value, matter.State, matter.ReceivedAt)).ToListAsync();
}
