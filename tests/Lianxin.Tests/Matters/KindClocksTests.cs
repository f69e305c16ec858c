using Lianxin.Calendar;
using Lianxin.Deadlines;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Calendar;

namespace Lianxin.Tests.Matters;

public sealed class KindClocksTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly KindLimits Limits = KindLimits.Default;

    [Theory]
    [InlineData(MatterKind.Immediate, MatterClock.Immediate)]
    [InlineData(MatterKind.Promised, MatterClock.Promised)]
    [InlineData(MatterKind.Supplement, MatterClock.Papers)]
    [InlineData(MatterKind.ReportUp, MatterClock.ReportUp, MatterClock.Superior, MatterClock.AfterApproval)]
    [InlineData(MatterKind.Referral, MatterClock.Referral)]
    public void Each_kind_has_its_clocks(MatterKind kind, params MatterClock[] clocks)
    {
        Assert.Equal(clocks, KindClocks.Of(kind));
        Assert.Equal(clocks[0], KindClocks.First(MatterForm.Demand, kind));
    }

    [Theory]
    [InlineData(MatterForm.Demand, MatterClock.Promised)]
    [InlineData(MatterForm.Consultation, MatterClock.Consultation)]
    [InlineData(MatterForm.Opinion, null)]
    [InlineData(MatterForm.Suggestion, null)]
    public void The_form_says_which_clock_runs_before_there_is_a_kind(MatterForm form, MatterClock? clock) =>
        Assert.Equal(clock, KindClocks.First(form, null));

    // Written out from catalogue §4.1.
    [Theory]
    [InlineData(MatterKind.Immediate, "Promised")]
    [InlineData(MatterKind.Promised, "Supplement ReportUp Referral")]
    [InlineData(MatterKind.Supplement, "Promised ReportUp")]
    [InlineData(MatterKind.ReportUp, "Promised")]
    [InlineData(MatterKind.Referral, "")]
    [InlineData(null, "Immediate Promised Supplement ReportUp Referral")]
    public void A_kind_becomes_only_what_the_table_allows(MatterKind? from, string allowed) => Assert.All(Enum.GetValues<MatterKind>(), to =>
        Assert.Equal(allowed.Split(' ').Contains(to.ToString()), KindClocks.MayBecome(from, to)));

    [Theory]
    [InlineData(MatterClock.Immediate, DayUnit.CalendarDays, 0, false, false)]
    [InlineData(MatterClock.Promised, DayUnit.WorkingDays, 5, true, true)]
    [InlineData(MatterClock.Papers, DayUnit.CalendarDays, 30, false, true)]
    [InlineData(MatterClock.ReportUp, DayUnit.WorkingDays, 2, false, true)]
    [InlineData(MatterClock.Superior, DayUnit.WorkingDays, 10, false, true)]
    [InlineData(MatterClock.AfterApproval, DayUnit.WorkingDays, 3, false, true)]
    [InlineData(MatterClock.Referral, DayUnit.WorkingDays, 2, false, true)]
    [InlineData(MatterClock.Consultation, DayUnit.WorkingDays, 1, false, true)]
    public void Each_clock_has_its_length_and_only_the_promised_one_stops(MatterClock clock, DayUnit unit, int days, bool stops, bool told)
    {
        var rule = KindClocks.Rule(clock, Limits with { Version = 7 });
        Assert.Equal((unit, days, 7), (rule.Unit, rule.Days, rule.Version));
        Assert.Equal((stops, stops, told), (rule.MayPause, rule.MayExtend, KindClocks.IsTold(clock)));
    }

    [Fact]
    public void An_immediate_matter_stops_at_the_end_of_its_day_and_is_promised_from_its_registration()
    {
        var days = new ClockDays(Days.Of("2026-09-28"), Days.Of("2026-09-28"));
        var immediate = KindClocks.Start(MatterClock.Immediate, days, Limits, Calendar);
        Assert.Equal(Days.At("2026-09-29 00:00:00"), KindClocks.HardStopAt(immediate));
        var promised = KindClocks.Start(MatterClock.Promised, days with { KindSetOn = Days.Of("2026-09-29") }, Limits, Calendar);
        Assert.Equal(Days.Of("2026-10-10"), promised.DueOn);
    }

    [Fact]
    [Trait("row", "LZ-21")]
    public void A_matter_promised_on_28_September_2026_with_five_days_is_due_on_10_October()
    {
        var days = new ClockDays(Days.Of("2026-09-28"), Days.Of("2026-09-28"));
        Assert.Equal(Days.Of("2026-10-10"), KindClocks.Start(MatterClock.Promised, days, Limits, Calendar).DueOn);
        Assert.Equal(Days.Of("2026-10-08"), KindClocks.Start(MatterClock.Promised, days, Limits, Calendar, 3).DueOn);
    }

    [Theory]
    [Trait("row", "LZ-23")]
    [InlineData("2026-09-30", "2026-10-10")]
    [InlineData("2026-02-13", "2026-02-25")]
    [InlineData("2026-05-08", "2026-05-12")]
    public void An_answer_is_due_three_working_days_after_the_approval_came_in(string receivedOn, string dueOn)
    {
        var days = new ClockDays(Days.Of(receivedOn).AddDays(-9), Days.Of(receivedOn).AddDays(-9), ApprovalOn: Days.Of(receivedOn));
        Assert.Equal(Days.Of(dueOn), KindClocks.Start(MatterClock.AfterApproval, days, Limits, Calendar).DueOn);
    }

    // The dates of SC-07: a matter reported up before National Day.
    [Fact]
    public void A_matter_reported_up_over_National_Day_is_in_time_on_the_9th_and_late_on_the_11th()
    {
        var days = new ClockDays(Days.Of("2026-09-18"), Days.Of("2026-09-18"));
        Assert.Equal(Days.Of("2026-09-21"), KindClocks.Start(MatterClock.ReportUp, days, Limits, Calendar).DueOn);
        days = days with { ReportedOn = Days.Of("2026-09-21") };
        var superior = KindClocks.Start(MatterClock.Superior, days, Limits, Calendar);
        Assert.Equal(Days.Of("2026-10-12"), superior.DueOn);
        Assert.Equal(Days.Of("2026-09-28"), KindClocks.ChaseOn(Days.Of("2026-09-21"), Limits, Calendar));
        Assert.Equal(Days.Of("2026-10-08"), KindClocks.ChaseOn(Days.Of("2026-09-28"), Limits, Calendar));
        days = days with { ApprovalOn = Days.Of("2026-09-30") };
        var answer = KindClocks.Start(MatterClock.AfterApproval, days, Limits, Calendar);
        Assert.Equal(Days.Of("2026-10-10"), answer.DueOn);
        Assert.False(DeadlineStanding.IsOverdue(answer, Days.At("2026-10-09 18:00:00")));
        Assert.True(DeadlineStanding.IsOverdue(answer, Days.At("2026-10-11 08:00:00")));
        Assert.Equal(Days.Of("2026-10-13"), KindClocks.Start(MatterClock.Promised, days, Limits, Calendar).DueOn);
    }

    // The dates of SC-08 and LZ-22: papers asked on 1 April, brought on the 10th.
    [Fact]
    public void Papers_stop_the_promise_and_the_told_day_meanwhile_is_the_thirtieth()
    {
        var days = new ClockDays(Days.Of("2026-03-30"), Days.Of("2026-04-01"), NoticeOn: Days.Of("2026-04-01"));
        var papers = KindClocks.Start(MatterClock.Papers, days, Limits, Calendar);
        Assert.Equal(Days.Of("2026-05-01"), papers.DueOn);
        Assert.Equal([Days.Of("2026-04-11"), Days.Of("2026-04-21")], KindClocks.RemindOn(papers, Limits));
        var stopped = DeadlineClock.Stop(KindClocks.Start(MatterClock.Promised, days, Limits, Calendar), Days.Of("2026-04-01"), Calendar);
        Assert.Equal(Days.Of("2026-04-15"), DeadlineClock.Resume(stopped, Days.Of("2026-04-10"), Calendar).DueOn);
    }

    [Theory]
    [InlineData(MatterClock.Promised, 0)]
    [InlineData(MatterClock.Promised, 16)]
    [InlineData(MatterClock.AfterApproval, 4)]
    [InlineData(MatterClock.Referral, 3)]
    public void A_length_outside_the_kind_s_is_refused(MatterClock clock, int days)
    {
        var from = new ClockDays(Days.Of("2026-03-02"), Days.Of("2026-03-02"), ApprovalOn: Days.Of("2026-03-02"));
        Assert.Equal("matter.limit_out_of_range", Assert.Throws<RefusedException>(() => KindClocks.Start(clock, from, Limits, Calendar, days)).Code);
    }

    [Theory]
    [InlineData(MatterClock.Papers)]
    [InlineData(MatterClock.Superior)]
    [InlineData(MatterClock.AfterApproval)]
    public void A_clock_without_its_day_does_not_start(MatterClock clock) => Assert.Throws<InvalidOperationException>(() =>
        KindClocks.StartsOn(clock, new ClockDays(Days.Of("2026-03-02"), Days.Of("2026-03-02"))));

    [Theory]
    [InlineData("2026-09-30", "2026-10-08", false)]
    [InlineData("2026-09-30", "2026-10-09", true)]
    public void An_approval_that_lay_longer_than_a_working_day_is_shown(string documentOn, string receivedOn, bool lay) =>
        Assert.Equal(lay, KindClocks.ApprovalLay(Days.Of(documentOn), Days.Of(receivedOn), Calendar));

    [Fact]
    public void Limits_out_of_bounds_are_named()
    {
        Assert.Empty(Limits.Wrong());
        Assert.Equal(["Promised", "PapersReminders", "AfterApproval"],
            (Limits with { Promised = 16, PapersReminders = [10, 30], AfterApproval = 4 }).Wrong());
    }
}
