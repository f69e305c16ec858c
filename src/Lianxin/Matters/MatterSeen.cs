using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>A matter as a page shows it: loaded for one who may see it, with how the reader stands to it and the rulebook of the day.</summary>
public sealed record MatterSeen(Matter Matter, string? Title, Standing Standing, Rulebook Rules)
{
    /// <summary>The matter, or null: one that is not there and one the actor may not see are alike.</summary>
    public static async Task<MatterSeen?> Find(LianxinDb db, Rules rules, long number, Actor actor)
    {
        var found = await (
            from m in db.Matters
            where m.Number == number
            join w in db.Wordings.Where(w => w.Path == "title") on m.TitleSeq equals w.Seq into words
            from w in words.DefaultIfEmpty()
            select new { Matter = m, Title = w.Value }).FirstOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        var book = await rules.Read(db);
        var standing = await MatterVisibility.StandingOf(db, found.Matter, actor);
        return MatterVisibility.MaySee(found.Matter, actor, standing, book) ? new MatterSeen(found.Matter, found.Title, standing, book) : null;
    }
}
