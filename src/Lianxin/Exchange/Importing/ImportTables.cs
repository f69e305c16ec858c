using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Exchange;

/// <summary>The tables of imports.</summary>
public sealed class ImportTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<ImportRun>(e => e.HasKey(x => x.Id));
        model.Entity<ImportRun>(e => e.Ignore(x => x.IsBusy).Ignore(x => x.Goal).Ignore(x => x.UndoUntil));
        model.Entity<ImportFault>(e => e.HasKey(x => new { x.Run, x.Row }));
    }
}

/// <summary>The tables of imports by name.</summary>
public static class ImportsDb
{
    extension(LianxinDb db)
    {
        /// <summary>Imports of the last days.</summary>
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();

        /// <summary>What was wrong with their rows.</summary>
        public DbSet<ImportFault> ImportFaults => db.Set<ImportFault>();
    }
}
