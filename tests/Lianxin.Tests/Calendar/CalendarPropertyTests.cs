using FsCheck;
using FsCheck.Fluent;
using Lianxin.Calendar;

namespace Lianxin.Tests.Calendar;

public sealed class CalendarPropertyTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    private static readonly Arbitrary<DateOnly> Day =
        Gen.Choose(Days.Of("2016-06-01").DayNumber, Days.Of("2028-06-30").DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    private static readonly Arbitrary<int> Count = Gen.Choose(1, 90).ToArbitrary();

    [Fact]
    public void Adding_then_counting_gives_the_number_back() => Prop.ForAll(Day, Count, (start, days) =>
    {
        var due = Calendar.AddWorkingDays(start, days).On;
        return Calendar.IsWorkingDay(due) && due > start && Calendar.WorkingDaysBetween(start, due) == days
            && Calendar.WorkingDaysBetween(due, start) == -days;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_in_two_steps_is_adding_at_once() => Prop.ForAll(Day, Count, Count, (start, first, second) =>
        Calendar.AddWorkingDays(Calendar.AddWorkingDays(start, first).On, second).On == Calendar.AddWorkingDays(start, first + second).On)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_never_ends_earlier() => Prop.ForAll(Day, Count, (start, days) =>
        Calendar.AddWorkingDays(start, days).On <= Calendar.AddWorkingDays(start.AddDays(1), days).On).QuickCheckThrowOnFailure();

    [Fact]
    public void The_explanation_holds_every_day_once_and_counts_as_told() => Prop.ForAll(Day, Count, (start, days) =>
    {
        var due = Calendar.AddWorkingDays(start, days);
        var explanation = Calendar.Explain(start, due.On);
        return explanation.Counted.Count == days
            && explanation.Provisional == due.Provisional
            && explanation.Counted.Concat(explanation.Skipped).Select(day => day.On).Order().SequenceEqual(Days.Between(start.AddDays(1), due.On));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_lies_between_its_target_and_the_day_it_rolls_to() => Prop.ForAll(Day, Count, (start, days) =>
    {
        var limit = Calendar.AddCalendarDays(start, days);
        return limit.LegalOn.DayNumber - start.DayNumber == days
            && limit.TargetOn <= limit.LegalOn && limit.LegalOn <= limit.RollForwardOn
            && Calendar.IsWorkingDay(limit.TargetOn) && Calendar.IsWorkingDay(limit.RollForwardOn)
            && Calendar.WorkingDaysBetween(limit.TargetOn, limit.RollForwardOn) == (limit.TargetOn == limit.RollForwardOn ? 0 : 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Neighbours_lead_back_from_a_working_day() => Prop.ForAll(Day, day =>
    {
        var working = Calendar.NextWorkingDay(day);
        return working > day && Calendar.NextWorkingDay(Calendar.PreviousWorkingDay(working)) == working;
    }).QuickCheckThrowOnFailure();
}
