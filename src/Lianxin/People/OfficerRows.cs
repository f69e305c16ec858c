using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Units;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>The rows a picture of the people is made of.</summary>
internal sealed record OfficerRows(
    IReadOnlyList<Officer> Officers,
    IReadOnlyList<OfficerPost> Posts,
    IReadOnlyList<OfficerLeave> Leaves,
    IReadOnlyList<TriageOfficer> Triage,
    IReadOnlyDictionary<(long Seq, string Path), string> Words,
    UnitTree Units)
{
    internal static async Task<OfficerRows> Load(LianxinDb db)
    {
        var officers = await db.Officers.AsNoTracking().ToListAsync();
        var nameSeqs = db.Officers.Select(o => o.NameSeq);
        var words = await db.Wordings.AsNoTracking()
            .Where(w => (w.Path == "name" || w.Path == "title") && w.Value != null && nameSeqs.Contains(w.Seq))
            .Select(w => new { w.Seq, w.Path, w.Value }).ToListAsync();
        return new OfficerRows(
            officers,
            await db.OfficerPosts.AsNoTracking().ToListAsync(),
            await db.OfficerLeaves.AsNoTracking().ToListAsync(),
            await db.TriageOfficers.AsNoTracking().ToListAsync(),
            words.ToDictionary(w => (w.Seq, w.Path), w => w.Value!),
            await UnitBook.Load(db));
    }
}
