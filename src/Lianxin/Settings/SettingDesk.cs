using Lianxin.Calendar;
using Lianxin.Foundation;
using Lianxin.Profiles;

namespace Lianxin.Settings;

/// <summary>What applying a profile would change: rows to set, and rows that the office has changed itself and keeps.</summary>
public sealed record ProfileDifference(IReadOnlyList<ProfileListRow> ToSet, IReadOnlyList<ProfileListRow> KeptByOffice);

/// <summary>Changes settings. Every change is an entry; what would not make a usable whole is refused with every mistake listed.</summary>
public sealed class SettingDesk(Journal journal, SettingBook book)
{
    /// <summary>Writes what differs from the profile, once; the office's own edits stay.</summary>
    public Task<ProfileDifference> Apply(IReadOnlyList<ProfileListRow> profile, DateOnly from, Actor actor) => journal.Write(actor, async work =>
    {
        var difference = Compare(await book.Read(work), profile, from);
        foreach (var row in difference.ToSet)
        {
            await work.Save(new SettingChanged(row.List, row.Code, from, Removed: false, FromProfile: true), null, Committed.Texts(("item", row.Json)));
        }

        if (difference.ToSet.Count > 0)
        {
            work.SettingsChanged();
        }

        return difference;
    });

    /// <summary>Records the yearly notices that are not recorded yet, for example those that came with this release.</summary>
    public Task<int> ApplyCalendar(IReadOnlyList<(int Year, string Json)> years, Actor actor) => journal.Write(actor, async work =>
    {
        var now = await book.Read(work);
        var count = 0;
        foreach (var (year, json) in years)
        {
            var code = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (now.History(SettingPicture.CalendarList, code).Count == 0)
            {
                await work.Save(
                    new SettingChanged(SettingPicture.CalendarList, code, new DateOnly(year, 1, 1), Removed: false, FromProfile: true),
                    null,
                    Committed.Texts(("item", json)));
                count++;
            }
        }

        if (count > 0)
        {
            work.SettingsChanged();
        }

        return count;
    });

    /// <summary>What applying the profile would do, without doing it.</summary>
    public static ProfileDifference Compare(SettingPicture now, IReadOnlyList<ProfileListRow> profile, DateOnly on)
    {
        var inForce = now.InForce(on).ToDictionary(r => (r.Item.List, r.Item.Code));
        var toSet = new List<ProfileListRow>();
        var kept = new List<ProfileListRow>();
        foreach (var row in profile)
        {
            var history = now.History(row.List, row.Code);
            if (inForce.TryGetValue((row.List, row.Code), out var standing) && standing.Json == row.Json)
            {
                continue;
            }

            (history.Any(h => !h.Item.FromProfile) ? kept : toSet).Add(row);
        }

        return new ProfileDifference(toSet, kept);
    }

    /// <summary>
    /// The office sets a row of a list from a day on; the lists must still make a usable whole. <paramref name="shown"/> is the entry of the
    /// newest row a form was made from.
    /// </summary>
    public Task Set(ProfileListRow row, DateOnly from, string? reason, Actor actor, long? shown = null) => Change(row, from, removed: false, reason, actor, shown);

    /// <summary>The office takes a row out from a day on.</summary>
    public Task Remove(string list, string code, DateOnly from, string? reason, Actor actor, long? shown = null) =>
        Change(new ProfileListRow(list, code, "{}"), from, removed: true, reason, actor, shown);

    private Task Change(ProfileListRow row, DateOnly from, bool removed, string? reason, Actor actor, long? shown) => journal.Write(actor, async work =>
    {
        var today = ShanghaiTime.DayOf(work.Now);
        if (from < today)
        {
            throw new RefusedException("setting.not_backwards", today) { Field = "from" };
        }

        var now = await book.Read(work);
        if (shown is { } seen && now.History(row.List, row.Code) is [.., var newest] && newest.Item.Seq != seen)
        {
            throw new RefusedException("setting.changed_meanwhile");
        }

        Check(now, row, removed, from);
        await work.Save(
            new SettingChanged(row.List, row.Code, from, removed, FromProfile: false), null,
            Committed.Texts(("item", removed ? null : row.Json), ("reason", reason)));
        work.SettingsChanged();
    });

    private static void Check(SettingPicture now, ProfileListRow row, bool removed, DateOnly from)
    {
        if (row.List == SettingPicture.CalendarList)
        {
            var faults = removed ? [] : CalendarYearReader.Read(row.Json).Faults;
            if (faults.Count > 0)
            {
                throw new RefusedException("setting.not_usable", string.Join(", ", faults.Select(f => f.Field)));
            }

            return;
        }

        var rows = now.InForce(from).Where(r => r.Item.List != SettingPicture.CalendarList)
            .Select(r => new ProfileListRow(r.Item.List, r.Item.Code, r.Json!))
            .Where(r => r.List != row.List || r.Code != row.Code).ToList();
        if (!removed)
        {
            rows.Add(row);
        }

        try
        {
            ProfileReader.From("office", new Label("office"), 1, rows);
        }
        catch (InvalidDataFilesException wrong)
        {
            throw new RefusedException("setting.not_usable", wrong.Message);
        }
    }
}
