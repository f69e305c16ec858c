using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.Units;

/// <summary>Hands out the picture of the units; a change on any node is seen by the next reader of every node.</summary>
public sealed class UnitBook
{
    private readonly EpochCache<UnitTree> _cache = new(Load);

    /// <summary>The picture for a page.</summary>
    public ValueTask<UnitTree> Read(LianxinDb db) => _cache.Read(db);

    /// <summary>The picture inside the writer; ask for it before the operation changes a unit.</summary>
    public ValueTask<UnitTree> Read(Work work) => _cache.Read(work);

    /// <summary>The picture as the journal had recorded it when it held <paramref name="size"/> entries: figures use it (INV-12).</summary>
    public static async Task<UnitTree> ReadAt(LianxinDb db, long size) => new(await UnitRows.Load(db, size));

    /// <summary>A fresh picture, kept nowhere.</summary>
    public static async Task<UnitTree> Load(LianxinDb db) => new(await UnitRows.Load(db));
}
