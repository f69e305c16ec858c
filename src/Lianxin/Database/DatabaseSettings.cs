using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Database;

/// <summary>Which of the two databases holds the district.</summary>
public enum DatabaseKind
{
    /// <summary>One file in the data folder, one server.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database, any number of servers.</summary>
    Postgres,
}

/// <summary>Where the district's database is: a file in the data folder, or PostgreSQL when a connection string is given.</summary>
public sealed record DatabaseSettings(string DataFolder, string? PostgresConnection = null)
{
    /// <summary>The kind follows from the one setting.</summary>
    public DatabaseKind Kind => PostgresConnection is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.Combine(DataFolder, "lianxin.db");

    internal string SqliteWriteConnection => new SqliteConnectionStringBuilder
    {
        DataSource = SqliteFile,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
        DefaultTimeout = 30,
    }.ConnectionString;

    // Readers open read-only: only the writer may ever checkpoint (SQLite before 3.51.3 can lose pages when two connections do).
    internal string SqliteReadConnection => new SqliteConnectionStringBuilder
    {
        DataSource = SqliteFile,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = 30,
    }.ConnectionString;

    internal string PostgresReadConnection => new NpgsqlConnectionStringBuilder(PostgresConnection)
    {
        MaxAutoPrepare = 200,
        AutoPrepareMinUsages = 2,
        ApplicationName = "lianxin",
    }.ConnectionString;

    // No command time-out may fire on a commit: its outcome would be unknown.
    internal string PostgresWriteConnection => new NpgsqlConnectionStringBuilder(PostgresConnection)
    {
        MaxAutoPrepare = 400,
        AutoPrepareMinUsages = 2,
        Pooling = false,
        CommandTimeout = 0,
        ApplicationName = "lianxin-writer",
    }.ConnectionString;
}
