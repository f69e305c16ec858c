using System.Globalization;
using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Settings;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>The working calendar: which years are published, what each notice says, and the warning for years that are not.</summary>
public sealed class CalendarPage(CurrentActor current, TimeProvider time, LianxinDatabase database, SettingBook settings) : ConsolePage(current, time)
{
    /// <summary>The recorded settings.</summary>
    public SettingPicture Picture { get; private set; } = null!;

    /// <summary>The calendar they make.</summary>
    public WorkingCalendar Calendar => Picture.Calendar;

    /// <summary>The years of interest: recorded ones, this year and the next, newest first.</summary>
    public IEnumerable<int> Years => Calendar.Years.Select(y => y.Year).Append(Today.Year).Append(Today.Year + 1).Distinct().OrderDescending();

    /// <summary>The recorded notice of a year; null when it is not published.</summary>
    public CalendarYear? Notice(int year) => Calendar.Years.FirstOrDefault(y => y.Year == year);

    /// <summary>Years within reach of running limits that are not published.</summary>
    public IEnumerable<int> Provisional => new[] { Today.Year, Today.Year + 1 }.Where(y => Calendar.StatusOf(y) == YearStatus.Provisional);

    /// <summary>How often the notice of a year was recorded.</summary>
    public int Recorded(int year) => Picture.History(SettingPicture.CalendarList, year.ToString(CultureInfo.InvariantCulture)).Count;

    /// <summary>Shows the years.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        Picture = await settings.Read(db);
    }
}
