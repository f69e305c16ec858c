using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>A request with what two officers need to decide: no title, no words, no contact.</summary>
public sealed record ErasureLine(ErasureRequest Request, string? Category, Guid Unit, DateTime? ClosedAt);

/// <summary>The requests to erase as their approvers see them.</summary>
public static class WaitingErasures
{
    /// <summary>Lines shown at most; those decided make room.</summary>
    public const int Most = 50;

    /// <summary>What waits, oldest first; one more than <see cref="Most"/> when there are more.</summary>
    public static Task<List<ErasureLine>> Waiting(LianxinDb db, Actor actor, Rulebook book, ErasureOrigin? origin) => Lines(
        db, actor, book, db.ErasureRequests.Where(r => r.SecondAt == null && r.RefusedAt == null && (origin == null || r.Origin == origin)).OrderBy(r => r.Id));

    /// <summary>What was carried out, newest first.</summary>
    public static Task<List<ErasureLine>> Done(LianxinDb db, Actor actor, Rulebook book) =>
        Lines(db, actor, book, db.ErasureRequests.Where(r => r.DoneAt != null).OrderByDescending(r => r.DoneAt));

    private static Task<List<ErasureLine>> Lines(LianxinDb db, Actor actor, Rulebook book, IQueryable<ErasureRequest> requests)
    {
        var seen = db.Matters.Where(MatterVisibility.SeenBy(actor, book));
        return (
            from request in requests
            join matter in seen on request.Matter equals matter.Number
            select new ErasureLine(request, matter.Category, matter.Unit, matter.ClosedAt)).Take(Most + 1).ToListAsync();
    }
}
