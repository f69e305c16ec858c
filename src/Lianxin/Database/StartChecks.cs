using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Database;

/// <summary>Why a database must not be used: the text is the resource <c>start.CODE</c>, filled with the arguments.</summary>
public sealed record StartProblem(string Code, params object[] Arguments);

/// <summary>
/// Asks, before anything is written, whether the place keeps what it is given: a commit that was answered must survive a power cut,
/// and Chinese must come back as it went in.
/// </summary>
public static class StartChecks
{
    /// <summary>Everything that is wrong; empty when the database may be used. A fresh SQLite folder is made.</summary>
    public static async Task<IReadOnlyList<StartProblem>> Run(DatabaseSettings settings)
    {
        try
        {
            return settings.Kind == DatabaseKind.Sqlite ? await OfFolder(settings) : await OfServer(settings);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            // The terminal of whoever starts the server is the one place where the driver's own words help.
            return [new StartProblem("cannot_open", settings.Kind == DatabaseKind.Sqlite ? settings.SqliteFile : "PostgreSQL", fault.Message)];
        }
    }

    /// <summary>SQLite's locks and shared memory do not work over a network (sqlite.org/wal.html, point 2).</summary>
    internal static IEnumerable<StartProblem> OfFileSystem(string folder, DriveType type, string format) =>
        type == DriveType.Network ? [new StartProblem("network_folder", folder, format)] : [];

    internal static async Task<IReadOnlyList<StartProblem>> OfFile(SqliteConnection connection)
    {
        var problems = new List<StartProblem>();
        await Expect(connection, "pragma journal_mode=wal", "sqlite_journal", problems, "wal");
        await Execute(connection, "pragma synchronous=full");
        await Expect(connection, "pragma synchronous", "sqlite_synchronous", problems, "2");
        return problems;
    }

    private static async Task<IReadOnlyList<StartProblem>> OfFolder(DatabaseSettings settings)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var drive = new DriveInfo(settings.DataFolder);
        var problems = OfFileSystem(settings.DataFolder, drive.DriveType, drive.DriveFormat).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        await using var connection = new SqliteConnection(settings.SqliteWriteConnection);
        await connection.OpenAsync();
        return await OfFile(connection);
    }

    private static async Task<IReadOnlyList<StartProblem>> OfServer(DatabaseSettings settings)
    {
        var problems = new List<StartProblem>();
        await using var connection = new NpgsqlConnection(settings.PostgresWriteConnection);
        await connection.OpenAsync();
        await Expect(connection, "show server_encoding", "postgres_encoding", problems, "UTF8");
        await Execute(connection, "set synchronous_commit = on");
        await Expect(connection, "show synchronous_commit", "postgres_commit", problems, "on");
        await Expect(connection, "show fsync", "postgres_fsync", problems, "on");
        await Expect(connection, "show full_page_writes", "postgres_pages", problems, "on");
        return problems;
    }

    private static async Task Expect(DbConnection connection, string question, string code, List<StartProblem> problems, string wanted)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        var answer = Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
        if (answer != wanted)
        {
            problems.Add(new StartProblem(code, answer));
        }
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
