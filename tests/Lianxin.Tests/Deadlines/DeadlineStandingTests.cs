using Lianxin.Calendar;
using Lianxin.Deadlines;
using Lianxin.Tests.Calendar;

namespace Lianxin.Tests.Deadlines;

public sealed class DeadlineStandingTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly DeadlineRule Three = new("after_approval", 1, DayUnit.WorkingDays, 3) { MayPause = true };

    // Due Saturday 2026-10-10, a make-up day: yellow on Friday, overdue on Sunday, red on Monday.
    [Theory]
    [InlineData("2026-10-08 23:59:59", DeadlineColour.None, false, 2)]
    [InlineData("2026-10-09 00:00:00", DeadlineColour.Yellow, false, 1)]
    [InlineData("2026-10-09 18:00:00", DeadlineColour.Yellow, false, 1)]
    [InlineData("2026-10-10 23:59:59", DeadlineColour.Yellow, false, 0)]
    [InlineData("2026-10-11 00:00:00", DeadlineColour.Yellow, false, 0)]
    [InlineData("2026-10-11 00:00:01", DeadlineColour.Yellow, true, 0)]
    [InlineData("2026-10-11 23:59:59", DeadlineColour.Yellow, true, 0)]
    [InlineData("2026-10-12 00:00:00", DeadlineColour.Red, true, -1)]
    [InlineData("2026-10-14 12:00:00", DeadlineColour.Red, true, -3)]
    public void Colours_and_lateness_turn_at_midnight_of_the_district(string local, DeadlineColour colour, bool overdue, int left)
    {
        var deadline = DeadlineClock.Start(Three, Days.Of("2026-09-30"), Calendar);
        var at = Days.At(local);
        Assert.Equal(colour, DeadlineStanding.Colour(deadline, at, Calendar));
        Assert.Equal(overdue, DeadlineStanding.IsOverdue(deadline, at));
        Assert.Equal(left, DeadlineStanding.WorkingDaysLeft(deadline, at, Calendar));
    }

    [Fact]
    public void Yellow_begins_on_the_last_working_day_before_a_holiday()
    {
        var deadline = DeadlineClock.Start(Three, Days.Of("2026-09-28"), Calendar);
        Assert.Equal(Days.Of("2026-10-08"), deadline.DueOn);
        Assert.Equal(Days.At("2026-09-30 00:00:00"), DeadlineStanding.YellowFrom(deadline, Calendar));
        Assert.Equal(Days.At("2026-10-09 00:00:00"), DeadlineStanding.RedFrom(deadline, Calendar));
    }

    [Theory]
    [InlineData("2026-10-11 00:00:00", false)]
    [InlineData("2026-10-11 00:00:01", true)]
    public void A_met_limit_has_no_colour_and_stays_late_or_in_time(string metAt, bool overdue)
    {
        var met = DeadlineClock.Meet(DeadlineClock.Start(Three, Days.Of("2026-09-30"), Calendar), Days.At(metAt));
        var at = Days.At("2026-11-20 12:00:00");
        Assert.Equal(DeadlineColour.None, DeadlineStanding.Colour(met, at, Calendar));
        Assert.Equal(overdue, DeadlineStanding.IsOverdue(met, at));
    }

    [Fact]
    public void Before_it_was_met_it_stood_as_it_stood()
    {
        var met = DeadlineClock.Meet(DeadlineClock.Start(Three, Days.Of("2026-09-30"), Calendar), Days.At("2026-10-13 09:00:00"));
        Assert.Equal(DeadlineColour.Red, DeadlineStanding.Colour(met, Days.At("2026-10-12 09:00:00"), Calendar));
        Assert.False(DeadlineStanding.IsOverdue(met, Days.At("2026-10-10 09:00:00")));
    }

    [Fact]
    public void A_clock_that_stands_has_no_colour_and_keeps_its_days()
    {
        var stopped = DeadlineClock.Stop(DeadlineClock.Start(Three, Days.Of("2026-09-30"), Calendar), Days.Of("2026-10-08"), Calendar);
        var at = Days.At("2026-10-20 12:00:00");
        Assert.Equal(DeadlineColour.None, DeadlineStanding.Colour(stopped, at, Calendar));
        Assert.False(DeadlineStanding.IsOverdue(stopped, at));
        Assert.Equal(2, DeadlineStanding.WorkingDaysLeft(stopped, at, Calendar));
    }

    [Fact]
    public void A_limit_that_stopped_after_its_end_stays_red()
    {
        var stopped = DeadlineClock.Stop(DeadlineClock.Start(Three, Days.Of("2026-09-30"), Calendar), Days.Of("2026-10-13"), Calendar);
        Assert.Equal(DeadlineColour.Red, DeadlineStanding.Colour(stopped, Days.At("2026-10-20 12:00:00"), Calendar));
    }
}
