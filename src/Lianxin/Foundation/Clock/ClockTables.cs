using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>The table of clock jumps.</summary>
public sealed class ClockTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.Entity<ClockJump>(e => e.HasKey(x => x.Id));
}

/// <summary>Its name.</summary>
public static class ClockDb
{
    extension(LianxinDb db)
    {
        /// <summary>Jumps of machines' clocks.</summary>
        public DbSet<ClockJump> ClockJumps => db.Set<ClockJump>();
    }
}
