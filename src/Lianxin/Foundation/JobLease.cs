using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>One job's row: which due time was taken last, by whom and until when, and how the last runs ended. No entry protects it.</summary>
public sealed class JobLease
{
    /// <summary>The job.</summary>
    public string Name { get; init; } = "";

    /// <summary>The due time taken last.</summary>
    public DateTime DueAt { get; init; }

    /// <summary>That due time was carried out.</summary>
    public bool Done { get; init; }

    /// <summary>The node that took it; null before the first time.</summary>
    public Guid? Holder { get; init; }

    /// <summary>While it is not done: nobody else may take it before this instant.</summary>
    public DateTime UntilAt { get; init; }

    /// <summary>When the last run began.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When the last run ended, well or not; null while it runs, or after its node died.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>What the last good run said it changed.</summary>
    public int Changed { get; init; }

    /// <summary>Faults in a row; 0 after a good run.</summary>
    public int Failures { get; init; }

    /// <summary>The code of the last fault, for the status page; it stays after a good run.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>When that fault happened.</summary>
    public DateTime? ErrorAt { get; init; }
}

/// <summary>The table of jobs.</summary>
public sealed class JobTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.Entity<JobLease>(e => e.HasKey(x => x.Name));
}
