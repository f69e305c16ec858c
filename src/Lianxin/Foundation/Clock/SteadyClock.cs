namespace Lianxin.Foundation;

/// <summary>
/// The time the district goes by: the wall's at the start, then the monotonic timer's. A wall that jumps moves nothing until <see cref="Follow"/>,
/// so nobody gains time by setting a clock (promise P14).
/// </summary>
public sealed class SteadyClock(TimeProvider wall) : TimeProvider
{
    /// <summary>The wall may differ by this much without having jumped. It is not followed either: many small steps would make a large one.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly DateTimeOffset _start = wall.GetUtcNow();
    private readonly long _began = wall.GetTimestamp();
    private long _followed;

    /// <summary>How far the wall is ahead; negative when it is behind.</summary>
    public TimeSpan Off => wall.GetUtcNow() - GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + wall.GetElapsedTime(_began) + TimeSpan.FromTicks(Volatile.Read(ref _followed));

    /// <summary>Goes on by that much further, or back; what the wall did beyond it is still off.</summary>
    public void Follow(TimeSpan off) => Interlocked.Add(ref _followed, off.Ticks);
}
