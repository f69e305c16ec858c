using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>What the pages about matters read from, in the language of the request.</summary>
public sealed class MatterReading(LianxinDatabase database, Rules rules, MatterTimeline timeline, PageWords words, TimeProvider time)
{
    /// <summary>The texts.</summary>
    public PageWords Words { get; } = words;

    /// <summary>This instant.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A context for reading.</summary>
    public LianxinDb Open() => database.Read();

    /// <summary>The rulebook of the day.</summary>
    public ValueTask<Rulebook> Rules(LianxinDb db) => rules.Read(db);

    /// <summary>The matter for one who may see it, or null.</summary>
    public async Task<MatterSeen?> Find(long number, Actor actor)
    {
        await using var db = database.Read();
        return await MatterSeen.Find(db, rules, number, actor);
    }

    /// <summary>The thread as officers read it.</summary>
    public async Task<IReadOnlyList<TimelineItem>> Thread(LianxinDb db, Rulebook book, long number) =>
        MatterTimeline.ForStaff(await timeline.Read(db, book, number, Words.Culture.Name));

    /// <summary>Several matters at once, those the officer may see in a list; one query.</summary>
    public async Task<IReadOnlyList<MatterSeen>> FindAll(IReadOnlyCollection<long> numbers, Actor actor)
    {
        await using var db = database.Read();
        var book = await rules.Read(db);
        var found = await (
            from m in db.Matters.Where(MatterVisibility.SeenBy(actor, book))
            where numbers.Contains(m.Number)
            join w in db.Wordings.Where(w => w.Path == "title") on m.TitleSeq equals w.Seq into words
            from w in words.DefaultIfEmpty()
            orderby m.DueOn, m.Number
            select new { Matter = m, Title = w.Value }).ToListAsync();
        return found.ConvertAll(f => new MatterSeen(f.Matter, f.Title, MatterVisibility.StandingOf(f.Matter, actor), book));
    }
}
