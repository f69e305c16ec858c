using Lianxin.Calendar;
using Lianxin.Deadlines;
using Lianxin.Foundation;
using Lianxin.Tests.Calendar;

namespace Lianxin.Tests.Deadlines;

public sealed class DeadlineClockTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly DeadlineRule Promised = new("promised", 4, DayUnit.WorkingDays, 5) { MayPause = true, MayExtend = true };
    private static readonly DeadlineRule Papers = new("papers", 4, DayUnit.CalendarDays, 30);

    [Fact]
    public void A_limit_keeps_its_rule_its_calendar_and_its_day()
    {
        var deadline = Start("2026-09-28");
        Assert.Equal(Days.Of("2026-10-10"), deadline.DueOn);
        Assert.Equal((Promised, 1, Days.Of("2026-09-28"), 5, false), (deadline.Rule, deadline.CalendarVersion, deadline.StartedOn, deadline.Days, deadline.Provisional));
        Assert.Equal(Days.Of("2026-05-01"), DeadlineClock.Start(Papers, Days.Of("2026-04-01"), Calendar).DueOn);
        Assert.Equal(Days.Of("2026-03-23"), DeadlineClock.Start(Promised, Days.Of("2026-03-02"), Calendar, 15).DueOn);
    }

    [Theory]
    [InlineData("2026-03-30", "2026-04-01", 3, "2026-04-10", "2026-04-15")]
    [InlineData("2026-03-30", "2026-03-30", 5, "2026-04-10", "2026-04-17")]
    [InlineData("2026-03-30", "2026-04-04", 1, "2026-04-11", "2026-04-13")]
    [InlineData("2026-03-30", "2026-04-07", 0, "2026-04-10", "2026-04-10")]
    [InlineData("2026-09-28", "2026-09-29", 4, "2026-09-30", "2026-10-12")]
    [InlineData("2026-03-30", "2026-04-01", 3, "2026-04-01", "2026-04-07")]
    public void The_notice_s_day_is_used_and_the_unused_days_run_from_the_day_after_the_papers(
        string start, string delivered, int left, string papers, string due)
    {
        var stopped = DeadlineClock.Stop(Start(start), Days.Of(delivered), Calendar);
        Assert.Equal(left, stopped.OpenPause!.Left);
        Assert.True(stopped.IsPaused);
        var resumed = DeadlineClock.Resume(stopped, Days.Of(papers), Calendar);
        Assert.False(resumed.IsPaused);
        Assert.Equal(Days.Of(due), resumed.DueOn);
        Assert.Equal(new Pause(Days.Of(delivered), left, Days.Of(papers)), Assert.Single(resumed.Pauses));
    }

    [Fact]
    public void A_second_pause_is_counted_from_the_first_one_s_end()
    {
        var once = DeadlineClock.Resume(DeadlineClock.Stop(Start("2026-03-30"), Days.Of("2026-04-01"), Calendar), Days.Of("2026-04-10"), Calendar);
        var twice = DeadlineClock.Stop(once, Days.Of("2026-04-13"), Calendar);
        Assert.Equal(2, twice.OpenPause!.Left);
        Assert.Equal(Days.Of("2026-04-22"), DeadlineClock.Resume(twice, Days.Of("2026-04-20"), Calendar).DueOn);
    }

    [Fact]
    public void A_limit_that_had_ended_is_not_healed_by_a_pause()
    {
        var stopped = DeadlineClock.Stop(Start("2026-03-30"), Days.Of("2026-04-08"), Calendar);
        Assert.Equal(new Pause(Days.Of("2026-04-08"), 0, null, Late: true), stopped.OpenPause);
        Assert.True(DeadlineStanding.IsOverdue(stopped, Days.At("2026-04-09 10:00:00")));
        Assert.Equal(Days.Of("2026-04-07"), DeadlineClock.Resume(stopped, Days.Of("2026-04-20"), Calendar).DueOn);
    }

    [Fact]
    public void An_extension_keeps_the_former_day_and_counts_its_own_days()
    {
        var extended = DeadlineClock.Extend(Start("2026-09-28"), Days.Of("2026-10-14"), Days.At("2026-10-09 17:00:00"), Calendar);
        Assert.Equal(new Extension(Days.Of("2026-10-10"), Days.Of("2026-10-14"), 3), extended.Extension);
        Assert.Equal((Days.Of("2026-10-14"), 5, 8), (extended.DueOn, extended.Days, extended.TotalDays));
        var resumed = DeadlineClock.Resume(DeadlineClock.Stop(extended, Days.Of("2026-10-12"), Calendar), Days.Of("2026-10-20"), Calendar);
        Assert.Equal(Days.Of("2026-10-22"), resumed.DueOn);
    }

    [Fact]
    public void An_extension_comes_once_before_the_end_and_later_than_the_day_in_force()
    {
        var deadline = Start("2026-09-28");
        var before = Days.At("2026-10-09 17:00:00");
        var extended = DeadlineClock.Extend(deadline, Days.Of("2026-10-14"), Days.At("2026-10-11 00:00:00"), Calendar);
        Refused("deadline.extended_before", () => DeadlineClock.Extend(extended, Days.Of("2026-10-20"), before, Calendar));
        Refused("deadline.past_due", () => DeadlineClock.Extend(deadline, Days.Of("2026-10-14"), Days.At("2026-10-11 00:00:01"), Calendar));
        Refused("deadline.not_later", () => DeadlineClock.Extend(deadline, Days.Of("2026-10-10"), before, Calendar));
        Refused("deadline.not_working_day", () => DeadlineClock.Extend(deadline, Days.Of("2026-10-11"), before, Calendar));
        Refused("deadline.may_not_extend", () => DeadlineClock.Extend(DeadlineClock.Start(Papers, Days.Of("2026-09-28"), Calendar), Days.Of("2026-12-01"), before, Calendar));
        Refused("deadline.paused", () => DeadlineClock.Extend(DeadlineClock.Stop(deadline, Days.Of("2026-09-29"), Calendar), Days.Of("2026-10-14"), before, Calendar));
    }

    [Fact]
    public void The_clock_stops_only_where_its_rule_says_so_and_once_at_a_time()
    {
        var stopped = DeadlineClock.Stop(Start("2026-03-30"), Days.Of("2026-04-01"), Calendar);
        Refused("deadline.may_not_pause", () => DeadlineClock.Stop(DeadlineClock.Start(Papers, Days.Of("2026-04-01"), Calendar), Days.Of("2026-04-02"), Calendar));
        Refused("deadline.paused", () => DeadlineClock.Stop(stopped, Days.Of("2026-04-02"), Calendar));
        Refused("deadline.not_paused", () => DeadlineClock.Resume(Start("2026-03-30"), Days.Of("2026-04-02"), Calendar));
        Refused("deadline.too_early", () => DeadlineClock.Stop(Start("2026-03-30"), Days.Of("2026-03-29"), Calendar));
        Refused("deadline.too_early", () => DeadlineClock.Resume(stopped, Days.Of("2026-03-31"), Calendar));
    }

    [Fact]
    public void A_met_limit_changes_no_more()
    {
        var met = DeadlineClock.Meet(Start("2026-12-30"), Days.At("2026-12-31 09:00:00"));
        var at = Days.At("2026-12-31 10:00:00");
        Assert.Equal(Days.At("2026-12-31 09:00:00"), met.MetAt);
        Refused("deadline.met", () => DeadlineClock.Meet(met, at));
        Refused("deadline.met", () => DeadlineClock.Stop(met, Days.Of("2026-12-31"), Calendar));
        Refused("deadline.met", () => DeadlineClock.Resume(met, Days.Of("2026-12-31"), Calendar));
        Refused("deadline.met", () => DeadlineClock.Extend(met, Days.Of("2027-02-01"), at, Calendar));
        Assert.Same(met, DeadlineClock.Recompute(met, Calendar.With(Notices.Invented2027, 2)));
    }

    [Fact]
    public void A_limit_that_reaches_an_unpublished_year_says_so_until_its_notice_is_in()
    {
        var deadline = DeadlineClock.Start(Promised, Days.Of("2026-12-30"), Calendar, 3);
        Assert.Equal((Days.Of("2027-01-05"), true), (deadline.DueOn, deadline.Provisional));
        var later = DeadlineClock.Recompute(deadline, Calendar.With(Notices.Invented2027, 2));
        Assert.Equal((Days.Of("2027-01-04"), false, 2), (later.DueOn, later.Provisional, later.CalendarVersion));
        Assert.Equal(new Recomputation(Days.Of("2027-01-05"), 1), later.Recomputation);
    }

    [Fact]
    public void A_limit_the_notice_does_not_move_only_names_the_new_calendar()
    {
        var later = DeadlineClock.Recompute(Start("2026-09-28"), Calendar.With(Notices.Invented2027, 2));
        Assert.Equal((Days.Of("2026-10-10"), 2, null), (later.DueOn, later.CalendarVersion, later.Recomputation));
    }

    [Fact]
    public void A_recomputation_keeps_the_extension_and_the_pause()
    {
        var calendar = Calendar.With(Notices.Invented2027, 2);
        var extended = DeadlineClock.Extend(DeadlineClock.Start(Promised, Days.Of("2026-12-28"), Calendar, 3), Days.Of("2027-01-06"), Days.At("2026-12-30 09:00:00"), Calendar);
        Assert.True(extended.Provisional);
        Assert.Equal(Days.Of("2027-01-05"), DeadlineClock.Recompute(extended, calendar).DueOn);
        var stopped = DeadlineClock.Stop(extended, Days.Of("2026-12-31"), Calendar);
        var recomputed = DeadlineClock.Recompute(stopped, calendar);
        Assert.Equal(3, recomputed.OpenPause!.Left);
        Assert.Equal(Days.Of("2027-01-14"), DeadlineClock.Resume(recomputed, Days.Of("2027-01-11"), calendar).DueOn);
    }

    private static Deadline Start(string on) => DeadlineClock.Start(Promised, Days.Of(on), Calendar);

    private static void Refused(string code, Func<Deadline> change) => Assert.Equal(code, Assert.Throws<RefusedException>(change).Code);
}
