using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Opens a matter to its own person: by link, or by number and code. Recomputable with the keys; no plain secret is stored.</summary>
public sealed class TrackingKey
{
    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Blind index of the link's 128 bits.</summary>
    public byte[] Link { get; init; } = [];

    /// <summary>Blind index of number and six-digit code.</summary>
    public byte[] Code { get; init; } = [];
}

/// <summary>One limit of one matter, with everything its explanation needs. History is kept: a replaced limit stays.</summary>
public sealed class MatterDeadline
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Which clock of which kind.</summary>
    public string Clock { get; init; } = "";

    /// <summary>The version of the rule that set it.</summary>
    public int RuleVersion { get; init; }

    /// <summary>The version of the calendar it was computed with.</summary>
    public int Calendar { get; internal set; }

    /// <summary>The day it started; that day is not counted.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>Its length in days of its clock.</summary>
    public int Days { get; internal set; }

    /// <summary>The last day, until 24:00.</summary>
    public DateOnly DueOn { get; internal set; }

    /// <summary>It reaches a year whose holidays are not published.</summary>
    public bool Provisional { get; internal set; }

    /// <summary>When it was met.</summary>
    public DateTime? MetAt { get; internal set; }

    /// <summary>When another limit took its place.</summary>
    public DateTime? ReplacedAt { get; internal set; }

    /// <summary>The day before an extension or a recomputation.</summary>
    public DateOnly? FormerDueOn { get; internal set; }

    /// <summary>The first day it stands still.</summary>
    public DateOnly? PausedOn { get; internal set; }

    /// <summary>Working days that were left when it stopped.</summary>
    public int? LeftWhenPaused { get; internal set; }
}

/// <summary>The tables of matters.</summary>
public sealed class MatterTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<Matter>(e => e.HasKey(x => x.Number));
        model.Entity<Matter>(e => e.Property(x => x.Number).ValueGeneratedNever());
        model.Entity<TrackingKey>(e => e.HasKey(x => x.Matter));
        model.Entity<TrackingKey>(e => e.Property(x => x.Matter).ValueGeneratedNever());
        model.Entity<MatterDeadline>(e => e.HasKey(x => x.Id));
    }
}

/// <summary>The tables of matters by name.</summary>
public static class MattersDb
{
    extension(LianxinDb db)
    {
        /// <summary>All matters.</summary>
        public DbSet<Matter> Matters => db.Set<Matter>();

        /// <summary>All limits, in force and past.</summary>
        public DbSet<MatterDeadline> Deadlines => db.Set<MatterDeadline>();

        /// <summary>What opens a matter to its person.</summary>
        public DbSet<TrackingKey> TrackingKeys => db.Set<TrackingKey>();
    }
}
