using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Units;

/// <summary>The tables of places and units.</summary>
public sealed class UnitTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<Place>(e => e.HasKey(x => x.Code));
        model.Entity<PlaceName>(e => e.HasKey(x => x.Seq));
        model.Entity<PlaceName>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<PlaceAlias>(e => e.HasKey(x => x.Seq));
        model.Entity<PlaceAlias>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<Unit>(e => e.HasKey(x => x.Id));
        model.Entity<UnitName>(e => e.HasKey(x => x.Seq));
        model.Entity<UnitName>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<UnitTopic>(e => e.HasKey(x => new { x.Seq, x.Topic }));
    }
}

/// <summary>The tables of places and units by name.</summary>
public static class UnitsDb
{
    extension(LianxinDb db)
    {
        /// <summary>All places.</summary>
        public DbSet<Place> Places => db.Set<Place>();

        /// <summary>All names and parents of places, by day.</summary>
        public DbSet<PlaceName> PlaceNames => db.Set<PlaceName>();

        /// <summary>All other words for places.</summary>
        public DbSet<PlaceAlias> PlaceAliases => db.Set<PlaceAlias>();

        /// <summary>All units.</summary>
        public DbSet<Unit> Units => db.Set<Unit>();

        /// <summary>All names, parents and places of units, by day.</summary>
        public DbSet<UnitName> UnitNames => db.Set<UnitName>();

        /// <summary>All topics of units, by day.</summary>
        public DbSet<UnitTopic> UnitTopics => db.Set<UnitTopic>();
    }
}
