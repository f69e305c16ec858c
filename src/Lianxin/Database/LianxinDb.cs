using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

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
    // Which modules the model is made of: a command that opens only some tables has a model of its own.
    private string Modules { get; } = string.Join(' ', tables.Select(t => t.GetType().FullName));

    /// <summary>The database it was opened for reading from; null inside the writer.</summary>
    internal LianxinDatabase? Home { get; set; }

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

    internal sealed class ModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), ((LianxinDb)context).Modules, designTime);
    }
}
