using Lianxin.Calendar;

namespace Lianxin.Settings;

/// <summary>The working calendar as the district's journal has recorded it: each published year is a setting of its own.</summary>
internal static class SettingCalendar
{
    /// <summary>The calendar of the kept notices; its version rises with every one recorded. A year without a notice stays provisional.</summary>
    internal static WorkingCalendar Of(SettingPicture settings)
    {
        var kept = settings.Newest(SettingPicture.CalendarList).ToList();
        var years = kept.Where(k => k.Json is not null).Select(k => CalendarYearReader.Read(k.Json!).Year
            ?? throw new InvalidOperationException($"The recorded calendar year {k.Item.Code} cannot be read."));
        return new WorkingCalendar(1 + settings.Changes(SettingPicture.CalendarList), years);
    }
}
