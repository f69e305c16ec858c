using System.Globalization;
using Lianxin.Foundation;

namespace Lianxin.Calendar;

/// <summary>Every way the calendar says no. Codes are public interface; texts stand under <c>refusal.CODE</c>.</summary>
public static class CalendarRefusals
{
    /// <summary>The day, or the result, is outside the years the calendar can speak of.</summary>
    public static RefusedException OutOfRange() => new(
        "calendar.out_of_range",
        WorkingCalendar.First.Year.ToString(CultureInfo.InvariantCulture),
        WorkingCalendar.Last.Year.ToString(CultureInfo.InvariantCulture));
}
