using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Units;

/// <summary>The rows a picture of the units is made of, with the words their entries commit to.</summary>
internal sealed record UnitRows(
    IReadOnlyList<Place> Places,
    IReadOnlyList<PlaceName> PlaceNames,
    IReadOnlyList<PlaceAlias> Aliases,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<UnitName> UnitNames,
    IReadOnlyList<UnitTopic> Topics,
    IReadOnlyDictionary<(long Seq, string Path), string> Words)
{
    private static readonly string[] Paths = ["name", "english", "alias", "address", "phone"];

    /// <summary>Reads what was recorded before entry <paramref name="size"/>; null reads all.</summary>
    internal static async Task<UnitRows> Load(LianxinDb db, long? size = null)
    {
        var before = size ?? long.MaxValue;
        var placeNames = await db.PlaceNames.AsNoTracking().Where(n => n.Seq < before).ToListAsync();
        var aliases = await db.PlaceAliases.AsNoTracking().Where(a => a.Seq < before).ToListAsync();
        var unitNames = await db.UnitNames.AsNoTracking().Where(n => n.Seq < before).ToListAsync();
        var units = await db.Units.AsNoTracking().Where(u => u.Seq < before).ToListAsync();
        return new UnitRows(
            await db.Places.AsNoTracking().ToListAsync(),
            placeNames,
            aliases,
            units.ConvertAll(u => AsRecorded(u, before)),
            unitNames,
            await db.UnitTopics.AsNoTracking().Where(t => t.Seq < before).ToListAsync(),
            await ReadWords(db));
    }

    internal string Word(long seq, string path) => Words.GetValueOrDefault((seq, path), "");

    private static async Task<Dictionary<(long, string), string>> ReadWords(LianxinDb db)
    {
        var seqs = db.PlaceNames.Select(n => n.NameSeq)
            .Union(db.PlaceAliases.Select(a => a.Seq))
            .Union(db.UnitNames.Select(n => n.NameSeq))
            .Union(db.Units.Where(u => u.ContactSeq != null).Select(u => u.ContactSeq!.Value));
        var words = await db.Wordings.AsNoTracking()
            .Where(w => seqs.Contains(w.Seq) && Paths.Contains(w.Path) && w.Value != null)
            .Select(w => new { w.Seq, w.Path, w.Value }).ToListAsync();
        return words.ToDictionary(w => (w.Seq, w.Path), w => w.Value!);
    }

    private static Unit AsRecorded(Unit unit, long before)
    {
        if (unit.ClosedSeq >= before)
        {
            unit.ClosedOn = null;
            unit.Successor = null;
        }

        return unit;
    }
}
