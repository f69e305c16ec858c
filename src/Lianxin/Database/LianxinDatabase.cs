using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Lianxin.Database;

/// <summary>The district's database: opens contexts for reading and knows the model of all modules.</summary>
public sealed class LianxinDatabase
{
    private readonly IReadOnlyList<ITables> _tables;
    private readonly DbContextOptions<LianxinDb> _readOptions;
    private readonly LianxinDb _model;

    /// <summary>Opens nothing yet; the schema is made by <see cref="SchemaRunner"/>.</summary>
    public LianxinDatabase(DatabaseSettings settings, IEnumerable<ITables> tables)
    {
        Source = settings;
        _tables = [.. tables];
        _readOptions = Options(o => _ = settings.Kind == DatabaseKind.Sqlite
            ? o.UseSqlite(settings.SqliteReadConnection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            : (DbContextOptionsBuilder)o.UseNpgsql(settings.PostgresReadConnection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        _model = Context(_readOptions);
    }

    /// <summary>
    /// The settings epoch of this process's last commit; null where another process may have committed since: on PostgreSQL always, on
    /// SQLite until this process, which then is the only one that writes, has committed.
    /// </summary>
    internal long? OwnEpoch { get; private set; }

    /// <summary>Called by the writer when a commit stands, before anybody is answered.</summary>
    internal void Committed(Head head) => OwnEpoch = Source.Kind == DatabaseKind.Sqlite ? head.SettingsEpoch : null;

    /// <summary>Where it is.</summary>
    public DatabaseSettings Source { get; }

    /// <summary>A context for reading; nothing it loads is tracked and it cannot save.</summary>
    public LianxinDb Read()
    {
        var db = Context(_readOptions);
        db.Home = this;
        return db;
    }

    /// <summary>PostgreSQL: takes rows that were deleted or overwritten out of these tables' files. SQLite overwrites what it deletes.</summary>
    public async Task Reclaim(IEnumerable<string> tables, CancellationToken stop)
    {
        if (Source.Kind != DatabaseKind.Postgres)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(Source.PostgresConnection);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("vacuum " + string.Join(", ", tables), connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }

    internal LianxinDb Context(DbContextOptions<LianxinDb> options) => new(options, _tables);

    internal RowShape Shape(object row) => RowShape.Of(row, _model, Source.Kind);

    internal DbContextOptions<LianxinDb> Options(Action<DbContextOptionsBuilder<LianxinDb>> use)
    {
        var builder = new DbContextOptionsBuilder<LianxinDb>();
        use(builder);
        builder.ReplaceService<IModelCacheKeyFactory, LianxinDb.ModelKey>();
        return builder.Options;
    }
}
