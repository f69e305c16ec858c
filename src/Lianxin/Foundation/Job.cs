using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Foundation;

/// <summary>
/// Work that comes round by itself. Each due time is carried out once, on whichever node takes it; a due time that was broken off is
/// run again, so a job asks what is left to do and never counts on how far it came.
/// </summary>
public interface IJob
{
    /// <summary>Its name on the command line, in the lease row and in the journal; never renamed.</summary>
    string Name { get; }

    /// <summary>When it is due.</summary>
    DueTimes Times { get; }

    /// <summary>True for work on the machine's files and not on the register; the simulated days of a demo town leave it out.</summary>
    bool IsUpkeep => false;

    /// <summary>Does what is to be done at that instant. Gives how many things it changed that the journal shall note; 0 leaves no entry.</summary>
    Task<int> Run(DateTime now, CancellationToken stop);
}

/// <summary>When a job is due: every so often, counted from midnight UTC, or at one time of each day in Asia/Shanghai.</summary>
public sealed record DueTimes
{
    private readonly TimeSpan _every;
    private readonly TimeOnly? _daily;

    private DueTimes(TimeSpan every, TimeOnly? daily) => (_every, _daily) = (every, daily);

    /// <summary>Every so often, at least a second apart; the grid is the same on every node.</summary>
    public static DueTimes Every(TimeSpan every) => every >= TimeSpan.FromSeconds(1)
        ? new DueTimes(every, null)
        : throw new ArgumentOutOfRangeException(nameof(every), every, "A job is due at most once a second.");

    /// <summary>Once a day at that local time.</summary>
    public static DueTimes Daily(TimeOnly local) => new(TimeSpan.FromDays(1), local);

    /// <summary>The last due time up to and including the instant.</summary>
    public DateTime Last(DateTime now)
    {
        if (_daily is not { } local)
        {
            return new DateTime(now.Ticks - (now.Ticks % _every.Ticks), DateTimeKind.Utc);
        }

        var today = ShanghaiTime.ToUtc(ShanghaiTime.DayOf(now).ToDateTime(local));
        return today <= now ? today : ShanghaiTime.ToUtc(ShanghaiTime.DayOf(now).AddDays(-1).ToDateTime(local));
    }

    /// <summary>The first due time after the instant.</summary>
    public DateTime Next(DateTime now) => _daily is { } local
        ? ShanghaiTime.ToUtc(ShanghaiTime.DayOf(Last(now)).AddDays(1).ToDateTime(local))
        : Last(now) + _every;
}

/// <summary>A job did something worth keeping: its name and how many things it changed.</summary>
[FactType("job.ran")]
public sealed record JobRan(string Job, int Changed) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // What the job changed, its own facts have folded.
    }
}

/// <summary>Why a job is not run.</summary>
public static class JobRefusals
{
    /// <summary>A node is running it at this moment.</summary>
    public static RefusedException RunsAlready(string job) => new("job.runs_already", job);
}

/// <summary>How a module brings its jobs.</summary>
public static class JobRegistration
{
    /// <summary>Adds the job to the ones every server runs.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services)
        where T : class, IJob
    {
        services.AddSingleton<T>();
        return services.AddSingleton<IJob>(all => all.GetRequiredService<T>());
    }
}
