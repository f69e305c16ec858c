namespace Lianxin.Tests.Support;

/// <summary>A clock that stands where it is put and moves when it is told to.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 9, 1, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Puts the clock to a wall time in Asia/Shanghai.</summary>
    public void SetLocal(int year, int month, int day, int hour = 9, int minute = 0) =>
        _now = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    public void Move(TimeSpan by) => _now += by;
}
