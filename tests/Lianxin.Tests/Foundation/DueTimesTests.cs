using Lianxin.Foundation;

namespace Lianxin.Tests.Foundation;

public sealed class DueTimesTests
{
    private static DateTime At(int day, int hour, int minute = 0, int second = 0) => new(2026, 9, day, hour, minute, second, DateTimeKind.Utc);

    [Fact]
    public void Every_node_counts_the_same_grid_from_midnight()
    {
        var times = DueTimes.Every(TimeSpan.FromMinutes(15));
        Assert.Equal(At(1, 8, 45), times.Last(At(1, 8, 59, 59)));
        Assert.Equal(At(1, 9), times.Last(At(1, 9)));
        Assert.Equal(At(1, 9, 15), times.Next(At(1, 9)));
        Assert.Equal(DateTimeKind.Utc, times.Last(At(1, 9)).Kind);
    }

    [Fact]
    public void A_daily_time_is_a_time_of_the_district()
    {
        var times = DueTimes.Daily(new TimeOnly(2, 30));
        Assert.Equal(At(1, 18, 30), times.Last(At(2, 10)));
        Assert.Equal(At(1, 18, 30), times.Last(At(1, 18, 30)));
        Assert.Equal(At(2, 18, 30), times.Next(At(1, 18, 30)));
        Assert.Equal(At(1, 18, 30), times.Next(At(1, 18, 29, 59)));
        Assert.Equal(DateTimeKind.Utc, times.Next(At(1, 9)).Kind);
    }

    [Fact]
    public void A_job_cannot_be_due_more_than_once_a_second() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DueTimes.Every(TimeSpan.FromMilliseconds(999)));
}
