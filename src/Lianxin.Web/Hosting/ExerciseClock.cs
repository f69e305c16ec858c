using System.Diagnostics;
using System.Globalization;
using Lianxin.Web.Demo;

namespace Lianxin.Web.Hosting;

/// <summary>
/// The clock of an exercise: it runs on from the instant a file names (ISO 8601 with offset), and jumps when the file says another one. For
/// demo towns only; see <see cref="IsAllowed"/>.
/// </summary>
public sealed class ExerciseClock(string file) : TimeProvider
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Lock _lock = new();
    private (DateTime WrittenAt, DateTimeOffset Shown, long Since) _anchor = (default, System.GetUtcNow(), Stopwatch.GetTimestamp());
    private long _lookedAt;

    /// <summary>Only a folder that holds nothing but a demo town may be shown another time than the true one.</summary>
    public static bool IsAllowed(DataPlace place) => DemoMarker.Read(place.Folder) is { Finished: true };

    /// <summary>Lets everything run by that file where it is set.</summary>
    public static void Use(IServiceCollection services, string? file, DataPlace place)
    {
        if (file is null)
        {
            return;
        }

        if (!IsAllowed(place))
        {
            throw new InvalidOperationException("An exercise clock is for demo towns only.");
        }

        services.AddSingleton<TimeProvider>(new ExerciseClock(file));
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            if (_lookedAt == 0 || Stopwatch.GetElapsedTime(_lookedAt) > Look)
            {
                _lookedAt = Stopwatch.GetTimestamp();
                Read();
            }

            return _anchor.Shown + Stopwatch.GetElapsedTime(_anchor.Since);
        }
    }

    private void Read()
    {
        var writtenAt = File.GetLastWriteTimeUtc(file);
        if (writtenAt != _anchor.WrittenAt && File.Exists(file)
            && DateTimeOffset.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var shown))
        {
            _anchor = (writtenAt, shown.ToUniversalTime(), Stopwatch.GetTimestamp());
        }
    }
}
