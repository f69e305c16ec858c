using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Settings;

/// <summary>All settings as they stand and stood: the profile of any day, and the raw rows of any list.</summary>
public sealed class SettingPicture
{
    private readonly List<KeptSetting> _rows;
    private readonly Dictionary<DateOnly, Profile> _byDay = [];
    private readonly DateOnly[] _changes;
    private WorkingCalendar? _calendar;

    internal SettingPicture(List<KeptSetting> rows)
    {
        _rows = rows;
        _changes = [.. rows.Select(r => r.Item.FromOn).Distinct().Order()];
    }

    /// <summary>True until a profile has been applied.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The lists in force on that day, typed and checked.</summary>
    public Profile On(DateOnly day)
    {
        var since = _changes.LastOrDefault(c => c <= day, DateOnly.MinValue);
        lock (_byDay)
        {
            if (!_byDay.TryGetValue(since, out var profile))
            {
                var lists = InForce(day).Where(r => r.Item.List != CalendarList).Select(r => new ProfileListRow(r.Item.List, r.Item.Code, r.Json!));
                profile = ProfileReader.From("office", new Label("office"), 1, lists);
                _byDay.Add(since, profile);
            }

            return profile;
        }
    }

    /// <summary>The working calendar of the recorded notices.</summary>
    public WorkingCalendar Calendar => _calendar ??= SettingCalendar.Of(this);

    /// <summary>The list of calendar years, which is no part of a profile.</summary>
    public const string CalendarList = "calendar";

    /// <summary>The rows in force on that day, in the order they were first set.</summary>
    public IEnumerable<KeptSetting> InForce(DateOnly day) => _rows
        .Where(r => r.Item.FromOn <= day)
        .GroupBy(r => (r.Item.List, r.Item.Code))
        .Select(g => (First: g.Min(r => r.Item.Seq), Last: g.OrderBy(r => r.Item.FromOn).ThenBy(r => r.Item.Seq).Last()))
        .Where(g => !g.Last.Item.Removed)
        .OrderBy(g => g.First)
        .Select(g => g.Last);

    /// <summary>The newest row of each code of a list, whatever its day.</summary>
    public IEnumerable<KeptSetting> Newest(string list) => _rows.Where(r => r.Item.List == list).GroupBy(r => r.Item.Code).Select(g => g.MaxBy(r => r.Item.Seq)!);

    /// <summary>How often a list was changed: the version of what is made from it.</summary>
    public int Changes(string list) => _rows.Count(r => r.Item.List == list);

    /// <summary>Everything that was ever set under a code, oldest first.</summary>
    public IReadOnlyList<KeptSetting> History(string list, string code) =>
        [.. _rows.Where(r => r.Item.List == list && r.Item.Code == code).OrderBy(r => r.Item.Seq)];
}

/// <summary>A setting's row with its JSON.</summary>
public sealed record KeptSetting(SettingItem Item, string? Json);

/// <summary>The settings, loaded once and again after every change on any node.</summary>
public sealed class SettingBook
{
    private readonly EpochCache<SettingPicture> _cache = new(db => Load(db, long.MaxValue));

    /// <summary>For a page.</summary>
    public ValueTask<SettingPicture> Read(LianxinDb db) => _cache.Read(db);

    /// <summary>Inside the writer.</summary>
    public ValueTask<SettingPicture> Read(Work work) => _cache.Read(work);

    /// <summary>As the journal had recorded them before its entry <paramref name="size"/>.</summary>
    public static async Task<SettingPicture> Load(LianxinDb db, long size)
    {
        var rows = await (
            from item in db.Set<SettingItem>().AsNoTracking()
            where item.Seq < size
            join wording in db.Wordings.AsNoTracking().Where(w => w.Path == "item") on item.Seq equals wording.Seq into texts
            from text in texts.DefaultIfEmpty()
            orderby item.Seq
            select new { Item = item, text.Value }).ToListAsync();
        return new SettingPicture(rows.ConvertAll(r => new KeptSetting(r.Item, r.Value)));
    }
}
