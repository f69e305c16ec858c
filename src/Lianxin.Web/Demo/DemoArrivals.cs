using Lianxin.Calendar;

namespace Lianxin.Web.Demo;

/// <summary>How many matters come on which day and at which hour: working days more than rest days, the heating season more than summer.</summary>
internal static class DemoArrivals
{
    // By the hour from 00 to 23: the telephone is busiest in the morning; few write at night.
    private static readonly double[] Hours =
        [.04, .02, .01, .01, .02, .06, .2, .5, 1.6, 2.2, 2.0, 1.3, .7, .9, 1.6, 1.7, 1.4, .9, .6, .7, .7, .4, .2, .1];

    private static readonly int[] AllHours = [.. Enumerable.Range(0, 24)];

    /// <summary>The matters of each day of the plan, in order; together exactly as many as the plan says.</summary>
    public static IReadOnlyList<(DateOnly On, int Count)> Days(DemoPlan plan, WorkingCalendar calendar)
    {
        var days = Enumerable.Range(0, plan.Until.DayNumber - plan.From.DayNumber).Select(plan.From.AddDays).ToList();
        var weights = days.ConvertAll(day => Weight(day, plan, calendar));
        var (sum, soFar, given) = (weights.Sum(), 0.0, 0);
        var counts = new List<(DateOnly, int)>(days.Count);
        for (var i = 0; i < days.Count; i++)
        {
            soFar += weights[i];
            var upTo = i == days.Count - 1 ? plan.Matters : (int)(plan.Matters * soFar / sum);
            counts.Add((days[i], upTo - given));
            given = upTo;
        }

        return counts;
    }

    /// <summary>A time of the day.</summary>
    public static TimeSpan Time(DemoDice dice) =>
        TimeSpan.FromHours(dice.Any(AllHours, h => Hours[h])) + TimeSpan.FromMilliseconds(dice.Next(3_600_000));

    private static double Weight(DateOnly day, DemoPlan plan, WorkingCalendar calendar)
    {
        var kind = calendar.IsWorkingDay(day) ? 1 : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? .45 : .25;
        var season = day.Month is >= 11 or <= 3 ? 1.15 : day.Month is >= 7 and <= 9 ? 1.05 : .95;
        var grown = .8 + (.4 * (day.DayNumber - plan.From.DayNumber) / (plan.Until.DayNumber - plan.From.DayNumber));
        return kind * season * grown * (day >= plan.Until.AddDays(-3) ? 1.5 : 1);
    }
}
