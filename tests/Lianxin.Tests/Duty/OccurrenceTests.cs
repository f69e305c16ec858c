using Lianxin.Calendar;
using Lianxin.Duty;
using Lianxin.Tests.Calendar;

namespace Lianxin.Tests.Duty;

public sealed class OccurrenceTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [Theory]
    [InlineData("2026-03-28", ShiftPolicy.Keep, "2026-03-28")]
    [InlineData("2026-03-28", ShiftPolicy.NextWorkday, "2026-03-30")]
    [InlineData("2026-03-28", ShiftPolicy.PrevWorkday, "2026-03-27")]
    [InlineData("2026-03-28", ShiftPolicy.Cancel, null)]
    [InlineData("2026-03-28", ShiftPolicy.KeepOutsideLongHolidays, "2026-03-28")]
    [InlineData("2026-02-28", ShiftPolicy.NextWorkday, "2026-02-28")]
    [InlineData("2026-02-28", ShiftPolicy.Cancel, "2026-02-28")]
    [InlineData("2026-02-15", ShiftPolicy.Keep, "2026-02-15")]
    [InlineData("2026-02-15", ShiftPolicy.PrevWorkday, "2026-02-14")]
    [InlineData("2026-02-15", ShiftPolicy.KeepOutsideLongHolidays, "2026-02-24")]
    [InlineData("2026-10-03", ShiftPolicy.KeepOutsideLongHolidays, "2026-10-08")]
    [InlineData("2026-05-02", ShiftPolicy.KeepOutsideLongHolidays, "2026-05-02")]
    [InlineData("2026-10-10", ShiftPolicy.NextWorkday, "2026-10-10")]
    public void A_planned_day_off_is_treated_by_its_policy(string planned, ShiftPolicy policy, string? held)
    {
        var occurrence = Occurrence.Of(Days.Of(planned), policy, Calendar);
        Assert.Equal(held is null ? null : Days.Of(held), occurrence.HeldOn);
        Assert.Equal(held is not null && held != planned, occurrence.Moved);
        Assert.False(occurrence.Provisional);
    }

    [Fact]
    public void By_default_the_15th_of_2026_moves_in_February_only_and_the_28th_never()
    {
        var fifteenths = Year(new MonthlyOnDay(15));
        var twentyEighths = Year(new MonthlyOnDay(28));
        Assert.Equal([2, 3, 8, 11], fifteenths.Where(turn => !turn.Planned.Works).Select(turn => turn.PlannedOn.Month));
        Assert.Equal(Days.Of("2026-02-24"), Assert.Single(fifteenths, turn => turn.Moved).HeldOn);
        Assert.Equal([3, 6, 11], twentyEighths.Where(turn => !turn.Planned.Works).Select(turn => turn.PlannedOn.Month));
        Assert.DoesNotContain(twentyEighths, turn => turn.Moved);
    }

    [Fact]
    public void A_turn_that_rests_on_an_unpublished_year_says_so()
    {
        var occurrence = Occurrence.Of(Days.Of("2027-02-07"), ShiftPolicy.KeepOutsideLongHolidays, Calendar);
        Assert.Equal((Days.Of("2027-02-09"), true), (occurrence.HeldOn, occurrence.Provisional));
    }

    private static List<Occurrence> Year(Recurrence recurrence) =>
        [.. Occurrence.Between(recurrence, ShiftPolicy.KeepOutsideLongHolidays, Calendar, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))];
}
