using Microsoft.EntityFrameworkCore;

namespace Lianxin.Database;

/// <summary>What a module adds to the model: its tables. The context itself knows no module.</summary>
public interface ITables
{
    /// <summary>Adds the module's tables to the model; names and forms follow by convention.</summary>
    void Map(ModelBuilder model);
}

/// <summary>All tables of one district. Changes go through <see cref="Writer"/> only; a context opened for reading tracks nothing.</summary>
public sealed class LianxinDb(DbContextOptions<LianxinDb> options, IReadOnlyList<ITables> tables) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Head>(head => head.HasKey(h => h.Id));
        foreach (var module in tables)
        {
            module.Map(modelBuilder);
        }

        Conventions.Apply(modelBuilder);
    }
}
