using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>A running matter nearby that says much the same; <see cref="Likeness"/> is the share of its words, in percent.</summary>
public sealed record SimilarMatter(long Number, string Title, string? Place, MatterState State, DateTime ReceivedAt, int Likeness);

/// <summary>Running matters nearby that may be the same (ED-27): the newest of the place's surroundings, ranked by the words they share.</summary>
public sealed class SimilarMatters(LianxinDatabase database, Rules rules)
{
    private const int Looked = 300;
    private const int Least = 15;

    /// <summary>The likest first; without a place, among the unit's own. Nothing about who said it.</summary>
    public async Task<IReadOnlyList<SimilarMatter>> Near(string words, string? place, Guid unit, long? but = null, int most = 5)
    {
        var wanted = Pairs(words);
        if (wanted.Count == 0)
        {
            return [];
        }

        await using var db = database.Read();
        var book = await rules.Read(db);
        var candidates = await Candidates(db, place is null ? [] : Around(place, book), unit, but);
        return [.. candidates.Select(c => c with { Likeness = Share(wanted, Pairs(c.Title)) })
            .Where(c => c.Likeness >= Least).OrderByDescending(c => c.Likeness).ThenByDescending(c => c.Number).Take(most)];
    }

    private static Task<List<SimilarMatter>> Candidates(LianxinDb db, List<string> places, Guid unit, long? but)
    {
        var open = db.Matters.Where(m => m.State != MatterState.Closed && m.State != MatterState.Answered && m.Master == null && m.Number != but && m.RespondentUnit == null && !m.Sealed);
        open = places.Count > 0 ? open.Where(m => m.Place != null && places.Contains(m.Place)) : open.Where(m => m.Unit == unit);
        return (
            from matter in open.OrderByDescending(m => m.Number).Take(Looked)
            join title in db.Wordings on new { Seq = matter.TitleSeq, Path = "title" } equals new { title.Seq, title.Path }
            where title.Value != null
            select new SimilarMatter(matter.Number, title.Value!, matter.Place, matter.State, matter.ReceivedAt, 0)).ToListAsync();
    }

    // A community's neighbours are the other places of its street.
    private static List<string> Around(string place, Rulebook book)
    {
        var path = book.Units.PlacePath(place, book.Today);
        return path.Count < 2 ? [place] : [.. book.Units.PlacesUnder(path[1], book.Today).Select(p => p.Code)];
    }

    private static HashSet<string> Pairs(string words) => [.. Bigrams.Words(words).Where(w => w.Length > 1)];

    private static int Share(HashSet<string> wanted, HashSet<string> found) =>
        found.Count(wanted.Contains) < 2 ? 0 : 100 * found.Count(wanted.Contains) / Math.Min(found.Count, wanted.Count);
}
