using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>The tables of matters.</summary>
public sealed class MatterTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<Matter>(e => e.HasKey(x => x.Number));
        model.Entity<Matter>(e => e.Property(x => x.Number).ValueGeneratedNever());
        model.Entity<Matter>(e => e.Ignore(x => x.BegunAt).Ignore(x => x.IsHistory).Ignore(x => x.RecordedLate));
        model.Entity<SourceKey>(e => e.HasKey(x => new { x.Hash, x.Matter }));
        model.Entity<TrackingKey>(e => e.HasKey(x => x.Matter));
        model.Entity<TrackingKey>(e => e.Property(x => x.Matter).ValueGeneratedNever());
        model.Entity<MatterDeadline>(e => e.HasKey(x => x.Id));
        model.Entity<MatterPause>(e => e.HasKey(x => x.Id));
        model.Entity<MatterReturn>(e => e.HasKey(x => x.Id));
        model.Entity<MatterCoHandler>(e => e.HasKey(x => x.Id));
        model.Entity<MatterQuestion>(e => e.HasKey(x => x.Id));
        model.Entity<MatterAttempt>(e => e.HasKey(x => x.Id));
        model.Entity<MatterPromise>(e => e.HasKey(x => x.Id));
        model.Entity<MatterBlock>(e => e.HasKey(x => x.Id));
        model.Entity<TriageRest>(e => e.HasKey(x => x.Id));
        model.Entity<MatterHandOn>(e => e.HasKey(x => x.Id));
        model.Entity<MatterRespondent>(e => e.HasKey(x => x.Id));
        model.Entity<ErasureRequest>(e => e.HasKey(x => x.Id));
        model.Entity<ErasureRequest>(e => e.Ignore(x => x.IsWaiting));
        model.Entity<IntakeSlip>(e => e.HasKey(x => x.Form));
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

        /// <summary>Pauses of limits.</summary>
        public DbSet<MatterPause> Pauses => db.Set<MatterPause>();

        /// <summary>Returns by units.</summary>
        public DbSet<MatterReturn> Returns => db.Set<MatterReturn>();

        /// <summary>Helping units.</summary>
        public DbSet<MatterCoHandler> CoHandlers => db.Set<MatterCoHandler>();

        /// <summary>Questions to persons.</summary>
        public DbSet<MatterQuestion> Questions => db.Set<MatterQuestion>();

        /// <summary>Failed attempts to reach persons.</summary>
        public DbSet<MatterAttempt> Attempts => db.Set<MatterAttempt>();

        /// <summary>Promises that outlive a matter solved in part.</summary>
        public DbSet<MatterPromise> Promises => db.Set<MatterPromise>();

        /// <summary>Hindrances, past and present.</summary>
        public DbSet<MatterBlock> Blocks => db.Set<MatterBlock>();

        /// <summary>What days left unsorted.</summary>
        public DbSet<TriageRest> TriageRests => db.Set<TriageRest>();

        /// <summary>Words handed to competent offices.</summary>
        public DbSet<MatterHandOn> HandOns => db.Set<MatterHandOn>();

        /// <summary>Units and officers complained about, past and present.</summary>
        public DbSet<MatterRespondent> Respondents => db.Set<MatterRespondent>();

        /// <summary>Requests to erase, past and present.</summary>
        public DbSet<ErasureRequest> ErasureRequests => db.Set<ErasureRequest>();

        /// <summary>Slips of forms just sent.</summary>
        public DbSet<IntakeSlip> IntakeSlips => db.Set<IntakeSlip>();

        /// <summary>What matters are called where they come from.</summary>
        public DbSet<SourceKey> SourceKeys => db.Set<SourceKey>();

        /// <summary>What opens a matter to its person.</summary>
        public DbSet<TrackingKey> TrackingKeys => db.Set<TrackingKey>();
    }
}
