using FsCheck;
using FsCheck.Fluent;
using Lianxin.Calendar;
using Lianxin.Deadlines;
using Lianxin.Tests.Calendar;

namespace Lianxin.Tests.Deadlines;

public sealed class DeadlineExplanationTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly DeadlineRule Promised = new("promised", 4, DayUnit.WorkingDays, 5) { MayPause = true, MayExtend = true };

    private static readonly Arbitrary<DateOnly> Day =
        Gen.Choose(Days.Of("2023-01-01").DayNumber, Days.Of("2027-06-30").DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    private static readonly Arbitrary<int[]> Steps = Gen.Choose(0, 20).ArrayOf(4).ToArbitrary();

    [Fact]
    public void A_date_explains_itself_by_stretches_with_the_pause_between()
    {
        var stopped = DeadlineClock.Stop(DeadlineClock.Start(Promised, Days.Of("2026-03-30"), Calendar), Days.Of("2026-04-01"), Calendar);
        var explanation = DeadlineExplanation.Of(DeadlineClock.Resume(stopped, Days.Of("2026-04-10"), Calendar), Calendar);
        Assert.Equal([("2026-03-30", "2026-04-01"), ("2026-04-10", "2026-04-15")],
            explanation.Stretches.Select(stretch => (stretch.From.ToString("O"), stretch.Until.ToString("O"))));
        Assert.Equal(["2026-03-31", "2026-04-01"], explanation.Stretches[0].Counted.Select(day => day.On.ToString("O")));
        Assert.Equal([("2026-04-11", DayStatus.Weekend), ("2026-04-12", DayStatus.Weekend)],
            explanation.Stretches[1].Skipped.Select(day => (day.On.ToString("O"), day.Status)));
        Assert.Equal(5, explanation.Counted);
        Assert.Single(DeadlineExplanation.Of(stopped, Calendar).Stretches);
    }

    [Fact]
    public void A_limit_in_calendar_days_counts_them_all()
    {
        var papers = DeadlineClock.Start(new DeadlineRule("papers", 1, DayUnit.CalendarDays, 30), Days.Of("2026-12-20"), Calendar);
        var explanation = DeadlineExplanation.Of(papers, Calendar);
        Assert.Equal((30, Days.Of("2027-01-19"), false), (explanation.Counted, papers.DueOn, papers.Provisional));
        Assert.Equal(Days.Between(Days.Of("2026-12-21"), papers.DueOn), Assert.Single(explanation.Stretches).Counted.Select(day => day.On));
    }

    [Fact]
    public void The_counted_days_are_the_limit_whatever_happened_to_it() => Prop.ForAll(Day, Steps, (start, steps) =>
    {
        var deadline = Walk(start, steps);
        return DeadlineExplanation.Of(deadline, Calendar).Counted == deadline.TotalDays;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_calendar_recomputes_the_same_day() => Prop.ForAll(Day, Steps, (start, steps) =>
    {
        var deadline = Walk(start, steps);
        var again = DeadlineClock.Recompute(deadline, Calendar);
        return again.DueOn == deadline.DueOn && again.Provisional == deadline.Provisional && again.Recomputation is null
            && again.Pauses.SequenceEqual(deadline.Pauses);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Papers_that_take_longer_never_bring_the_day_nearer() => Prop.ForAll(Day, Steps, (start, steps) =>
        Walk(start, steps).DueOn <= Walk(start, [steps[0], steps[1] + 1, .. steps[2..]]).DueOn).QuickCheckThrowOnFailure();

    /// <summary>Stops within the limit, resumes, then extends: by the steps given.</summary>
    private static Deadline Walk(DateOnly start, int[] steps)
    {
        var deadline = DeadlineClock.Start(Promised, start, Calendar, 1 + steps[2]);
        var delivered = start.AddDays(steps[0] % (deadline.DueOn.DayNumber - start.DayNumber + 1));
        deadline = DeadlineClock.Resume(DeadlineClock.Stop(deadline, delivered, Calendar), delivered.AddDays(steps[1]), Calendar);
        return steps[3] == 0
            ? deadline
            : DeadlineClock.Extend(deadline, Calendar.AddWorkingDays(deadline.DueOn, steps[3]).On, DeadlineStanding.EndsAt(deadline), Calendar);
    }
}
