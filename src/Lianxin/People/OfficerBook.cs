using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>Hands out the picture of the people; a change on any node is seen by the next request of every node.</summary>
public sealed class OfficerBook
{
    private readonly EpochCache<OfficerList> _cache = new(Load);

    /// <summary>The picture for a page.</summary>
    public ValueTask<OfficerList> Read(LianxinDb db) => _cache.Read(db);

    /// <summary>The picture inside the writer; ask for it before the operation changes anybody.</summary>
    public ValueTask<OfficerList> Read(Work work) => _cache.Read(work);

    /// <summary>A fresh picture, kept nowhere.</summary>
    public static async Task<OfficerList> Load(LianxinDb db) => new(await OfficerRows.Load(db));
}
