using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>An open matter nearby as anybody may see it: where, what sort, since when, how far. Never anybody's words, photos or number.</summary>
public sealed record SimilarMatter(long Number, string? Category, string Place, MatterState State, DateTime ReceivedAt);

/// <summary>Finds open matters at the same place that speak of the same thing, to be asked before a further one is recorded.</summary>
public sealed class SimilarMatters(LianxinDatabase database)
{
    private const int Most = 3;
    private const int Looked = 300;
    private const double Alike = 0.3;

    /// <summary>At most three, the most alike first.</summary>
    public async Task<IReadOnlyList<SimilarMatter>> Find(string place, string words, Rulebook book)
    {
        var places = book.Units.PlacesUnder(place, book.Today).Select(p => p.Code).ToList();
        await using var db = database.Read();
        var near = await (
            from matter in db.Matters
            where matter.State != MatterState.Closed && matter.Master == null && !matter.Backlog && matter.RespondentUnit == null && !matter.Sealed && matter.Place != null && places.Contains(matter.Place)
            orderby matter.Number descending
            join body in db.Wordings.Where(w => w.Path == "body") on matter.BodySeq equals body.Seq
            select new { matter.Number, matter.Category, matter.Place, matter.State, matter.ReceivedAt, body.Value }).Take(Looked).ToListAsync();
        // The place's own name is in every report from there and says nothing about the matter.
        var common = Words(string.Join(' ', places.Concat(book.Units.PlacePath(place, book.Today)).Select(code => book.Units.PlaceName(code, book.Today))));
        var mine = Words(words);
        mine.ExceptWith(common);
        return
        [
            .. near.Select(m => (Matter: m, Share: Share(mine, Without(common, m.Value))))
                .Where(m => m.Share >= Alike)
                .OrderByDescending(m => m.Share).ThenByDescending(m => m.Matter.Number)
                .Take(Most)
                .Select(m => new SimilarMatter(m.Matter.Number, m.Matter.Category, m.Matter.Place!, m.Matter.State, m.Matter.ReceivedAt)),
        ];
    }

    /// <summary>How much two texts share, from 0 to 1: words in both by the shorter one's words.</summary>
    public static double Share(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var least = Math.Min(one.Count, other.Count);
        return least == 0 ? 0 : (double)one.Count(other.Contains) / least;
    }

    private static HashSet<string> Without(HashSet<string> common, string? text)
    {
        var words = Words(text ?? "");
        words.ExceptWith(common);
        return words;
    }

    // Single characters, with which the index ends each run, are in every text.
    private static HashSet<string> Words(string text) => [.. Bigrams.Words(text).Where(word => word.Length > 1)];
}
