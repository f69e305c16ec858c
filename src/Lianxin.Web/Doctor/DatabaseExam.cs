using System.Data.Common;
using System.Globalization;
using Lianxin.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Web.Doctor;

/// <summary>The database's version, its settings that durability hangs on, and its clock against this machine's.</summary>
internal sealed class DatabaseExam(DatabaseSettings settings, TimeProvider time) : IExamine
{
    // The write-ahead log can lose pages when two connections checkpoint and commit at once: repaired in these releases.
    private static readonly Version[] Repaired = [new(3, 51, 3), new(3, 50, 7), new(3, 44, 6)];

    public async Task<IReadOnlyList<Ailment>> Look(CancellationToken stop)
    {
        if (settings.Kind == DatabaseKind.Sqlite && !File.Exists(settings.SqliteFile))
        {
            return [new("database_missing", Gravity.Danger, settings.SqliteFile)];
        }

        try
        {
            await using DbConnection connection = settings.Kind == DatabaseKind.Sqlite
                ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = settings.SqliteFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString)
                : new NpgsqlConnection(settings.PostgresConnection);
            await connection.OpenAsync(stop);
            var own = settings.Kind == DatabaseKind.Sqlite ? await Sqlite(connection, stop) : await Postgres(connection, stop);
            return [.. own, .. await Contents(connection, stop)];
        }
        catch (DbException fault)
        {
            return [new("database_unreadable", Gravity.Danger, fault.Message)];
        }
    }

    internal static Ailment OfVersion(Version version)
    {
        var safe = version >= Repaired[0] || Repaired[1..].Any(r => version.Minor == r.Minor && version >= r);
        return new("sqlite_version", safe ? Gravity.Well : Gravity.Warning, version.ToString(3));
    }

    private static async Task<List<Ailment>> Sqlite(DbConnection connection, CancellationToken stop)
    {
        var journal = await Ask(connection, "pragma journal_mode", stop);
        return
        [
            OfVersion(Version.Parse(await Ask(connection, "select sqlite_version()", stop))),
            new("sqlite_journal", journal == "wal" ? Gravity.Well : Gravity.Danger, journal),
        ];
    }

    private static async Task<List<Ailment>> Postgres(DbConnection connection, CancellationToken stop)
    {
        var found = new List<Ailment> { new("postgres_version", Gravity.Well, await Ask(connection, "show server_version", stop)) };
        foreach (var (setting, gravity) in new[] { ("fsync", Gravity.Danger), ("full_page_writes", Gravity.Danger), ("data_checksums", Gravity.Warning) })
        {
            var value = await Ask(connection, "show " + setting, stop);
            found.Add(new("postgres_setting", value == "on" ? Gravity.Well : gravity, setting, value));
        }

        var commit = await Ask(connection, "show synchronous_commit", stop);
        found.Add(new("postgres_commit", commit is "on" or "remote_apply" ? Gravity.Well : Gravity.Warning, commit));
        var super = await Ask(connection, "select rolsuper::text from pg_roles where rolname = current_user", stop);
        found.Add(new("postgres_superuser", super == "true" ? Gravity.Warning : Gravity.Well, await Ask(connection, "select current_user", stop)));
        return found;
    }

    private async Task<List<Ailment>> Contents(DbConnection connection, CancellationToken stop)
    {
        var newest = SchemaRunner.Scripts(settings.Kind)[^1].Number;
        var schema = int.Parse(await Ask(connection, "select max(number) from schema_version", stop), CultureInfo.InvariantCulture);
        var found = new List<Ailment> { new("schema", schema == newest ? Gravity.Well : schema > newest ? Gravity.Danger : Gravity.Warning, schema, newest) };
        if (schema != newest)
        {
            return found;
        }

        var last = DateTime.Parse(
            await Ask(connection, settings.Kind == DatabaseKind.Sqlite ? "select last_at from head" : "select to_char(last_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') from head", stop),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        var ahead = last - time.GetUtcNow().UtcDateTime;
        found.Add(new("clock", ahead > TimeSpan.FromMinutes(2) ? Gravity.Danger : Gravity.Well, Math.Max(0, (long)ahead.TotalSeconds)));
        return found;
    }

    private static async Task<string> Ask(DbConnection connection, string question, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) ?? "";
    }
}
