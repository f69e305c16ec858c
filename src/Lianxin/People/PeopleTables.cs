using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>The tables of people and their sessions.</summary>
public sealed class PeopleTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<Officer>(e => e.HasKey(x => x.Id));
        model.Entity<OfficerPost>(e => e.HasKey(x => x.Seq));
        model.Entity<OfficerPost>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<OfficerLeave>(e => e.HasKey(x => x.Seq));
        model.Entity<OfficerLeave>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<TriageOfficer>(e => e.HasKey(x => x.Seq));
        model.Entity<TriageOfficer>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<StaffSession>(e => e.HasKey(x => x.Id));
        model.Entity<SignInGuard>(e => e.HasKey(x => x.Name));
        model.Entity<TotpUse>(e => e.HasKey(x => x.Officer));
        model.Entity<OneTimeLink>(e => e.HasKey(x => x.Token));
        model.Entity<Passkey>(e => e.HasKey(x => x.Id));
        model.Entity<PasskeyUse>(e => e.HasKey(x => x.Passkey));
        model.Entity<PasskeyAnswer>(e => e.HasKey(x => x.Challenge));
        model.Entity<ApiKey>(e => e.HasKey(x => x.Id));
    }
}

/// <summary>The tables of people by name.</summary>
public static class PeopleDb
{
    extension(LianxinDb db)
    {
        /// <summary>All officers.</summary>
        public DbSet<Officer> Officers => db.Set<Officer>();

        /// <summary>All posts, by day.</summary>
        public DbSet<OfficerPost> OfficerPosts => db.Set<OfficerPost>();

        /// <summary>All absences.</summary>
        public DbSet<OfficerLeave> OfficerLeaves => db.Set<OfficerLeave>();

        /// <summary>All choices of triage officers, by day.</summary>
        public DbSet<TriageOfficer> TriageOfficers => db.Set<TriageOfficer>();

        /// <summary>All sessions.</summary>
        public DbSet<StaffSession> StaffSessions => db.Set<StaffSession>();

        /// <summary>Counters of wrong tries.</summary>
        public DbSet<SignInGuard> SignInGuards => db.Set<SignInGuard>();

        /// <summary>One-time links.</summary>
        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();

        /// <summary>All passkeys, removed ones too.</summary>
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();

        /// <summary>Where passkeys are found, and their counters.</summary>
        public DbSet<PasskeyUse> PasskeyUses => db.Set<PasskeyUse>();

        /// <summary>Questions that were answered.</summary>
        public DbSet<PasskeyAnswer> PasskeyAnswers => db.Set<PasskeyAnswer>();

        /// <summary>Keys of programs.</summary>
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
    }
}
