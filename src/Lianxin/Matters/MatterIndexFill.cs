using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Fills the search index again from the words that stand in the database: after a restore into the other kind of database.</summary>
public sealed class MatterIndexFill(LianxinDatabase database, Journal journal, MatterIndex index)
{
    private const int Batch = 200;

    /// <summary>Indexes every matter that has words; how many there were.</summary>
    public async Task<long> Run(CancellationToken stop)
    {
        var (last, count) = (0L, 0L);
        while (await Next(last, stop) is { Count: > 0 } matters)
        {
            await journal.Write(Actor.System(Via.Cli), work =>
            {
                foreach (var (number, words) in matters)
                {
                    index.Replace(work, number, words);
                }

                return Task.CompletedTask;
            });
            last = matters[^1].Number;
            count += matters.Count;
        }

        return count;
    }

    private async Task<List<(long Number, string Words)>> Next(long after, CancellationToken stop)
    {
        await using var db = database.Read();
        var rows = await (from m in db.Set<Matter>()
                          where m.Number > after
                          join title in db.Set<Wording>().Where(w => w.Path == "title") on m.TitleSeq equals title.Seq into titles
                          from title in titles.DefaultIfEmpty()
                          join body in db.Set<Wording>().Where(w => w.Path == "body") on m.BodySeq equals body.Seq into bodies
                          from body in bodies.DefaultIfEmpty()
                          orderby m.Number
                          select new { m.Number, Title = title.Value, Body = body.Value }).Take(Batch).ToListAsync(stop);
        return [.. rows.Select(r => (r.Number, (r.Title + "\n" + r.Body).Trim()))];
    }
}
