using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Units;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Reports;

/// <summary>
/// What figures of a cut-off are counted with: the calendar, lists, units and definitions the journal had recorded by then, never
/// today's (INV-12).
/// </summary>
public sealed record FigureBasis(
    DateTime AsOf, DateOnly Day, long Size, FigureDefinitions Definitions, WorkingCalendar Calendar, Profile? Lists, UnitTree Units)
{
    private static readonly string[] ReceptionKinds = ["window", "room", "visit"];
    private readonly HashSet<string> _receptions = [.. Lists?.Channels.Where(c => ReceptionKinds.Contains(c.Kind)).Select(c => c.Code) ?? []];

    /// <summary>True when people are received face to face by the channel: its matters come in batches (WQ-42).</summary>
    public bool IsReception(string channel) => _receptions.Contains(channel);

    /// <summary>
    /// Reads it as the journal had recorded it when it held <paramref name="size"/> entries, for <paramref name="day"/>; a version of the
    /// definitions that is named goes before the one adopted by then.
    /// </summary>
    public static async Task<FigureBasis> Load(LianxinDb db, DateTime asOf, DateOnly day, long size, int? version = null)
    {
        var number = version ?? await Adopted(db, size);
        var definitions = FigureDefinitions.Find(number) ?? throw FigureRefusals.NoSuchDefinitions(number);
        var settings = await SettingBook.Load(db, size);
        var lists = settings.IsEmpty ? null : settings.On(day);
        return new FigureBasis(asOf, day, size, definitions, settings.Calendar, lists, await UnitBook.ReadAt(db, size));
    }

    /// <summary>The version of the definitions in force when the journal had that size; the first before any was adopted.</summary>
    public static async Task<int> Adopted(LianxinDb db, long size) =>
        await db.Set<FigureDefinition>().Where(d => d.Seq < size).OrderByDescending(d => d.Seq).Select(d => (int?)d.Version).FirstOrDefaultAsync() ?? 1;

    /// <summary>The unit of that code, with every unit below it on that day.</summary>
    public IReadOnlySet<Guid> UnitsUnder(string code)
    {
        var top = Units.ByCode(code)?.Id ?? throw FigureRefusals.NoSuchUnit(code);
        return Units.All.Where(u => Units.IsWithin(u.Id, top, Day)).Select(u => u.Id).ToHashSet();
    }

    /// <summary>Refuses a channel that the lists of the cut-off do not know.</summary>
    public string Channel(string code) => Lists?.Channels.Any(c => c.Code == code) == true ? code : throw FigureRefusals.NoSuchChannel(code);
}
