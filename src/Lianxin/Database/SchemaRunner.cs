using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Database;

/// <summary>Brings a database to this release: numbered SQL scripts, one pair a change, each applied once and in order.</summary>
public static class SchemaRunner
{
    /// <summary>The scripts of one database kind, in order.</summary>
    public static IReadOnlyList<SchemaScript> Scripts(DatabaseKind kind)
    {
        var ending = kind == DatabaseKind.Sqlite ? ".sqlite.sql" : ".postgres.sql";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => SchemaScript.Read(assembly, name, ending))
            .OrderBy(script => script.Number)
            .ToList();
    }

    /// <summary>The statement that makes the table of applied scripts, which no script makes.</summary>
    internal static string VersionTable(DatabaseKind kind) => kind == DatabaseKind.Sqlite
        ? "create table if not exists schema_version (number integer primary key, name text not null, sha256 text not null, applied_at text not null) strict"
        : "select pg_advisory_lock(99010112345); create table if not exists schema_version (number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null)";

    /// <summary>Applies what is missing; returns how many scripts ran. Refuses a database that is newer than this release.</summary>
    public static async Task<int> Run(DatabaseSettings settings, DateTime at)
    {
        await using var connection = await Open(settings);
        await Execute(connection, null, VersionTable(settings.Kind));
        var applied = await Applied(connection);
        var scripts = Scripts(settings.Kind);
        if (applied.Count > 0 && applied.Max() > scripts[^1].Number)
        {
            throw new NewerSchemaException(applied.Max(), scripts[^1].Number);
        }

        var count = 0;
        foreach (var script in scripts.Where(s => !applied.Contains(s.Number)))
        {
            await Apply(connection, script, at);
            count++;
        }

        return count;
    }

    private static async Task<DbConnection> Open(DatabaseSettings settings)
    {
        if (settings.Kind == DatabaseKind.Sqlite)
        {
            Directory.CreateDirectory(settings.DataFolder);
        }

        DbConnection connection = settings.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection(settings.SqliteWriteConnection)
            : new NpgsqlConnection(settings.PostgresWriteConnection);
        await connection.OpenAsync();
        if (settings.Kind == DatabaseKind.Sqlite)
        {
            await Execute(connection, null, "pragma journal_mode=wal; pragma synchronous=full;");
        }

        return connection;
    }

    private static async Task<HashSet<int>> Applied(DbConnection connection)
    {
        var numbers = new HashSet<int>();
        await using var command = connection.CreateCommand();
        command.CommandText = "select number from schema_version";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            numbers.Add(reader.GetInt32(0));
        }

        return numbers;
    }

    private static async Task Apply(DbConnection connection, SchemaScript script, DateTime at)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Execute(connection, transaction, script.Sql);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into schema_version (number, name, sha256, applied_at) values ($1, $2, $3, $4)";
        object[] values = [script.Number, script.Name, script.Sha256, at];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = connection is SqliteConnection ? "$" + (i + 1) : "";
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task Execute(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The database was made ready by a newer release, which alone may open it.</summary>
public sealed class NewerSchemaException(int found, int known)
    : InvalidOperationException($"The database has schema {found}, this release knows {known}. Start the newer release.")
{
    /// <summary>What to tell whoever starts the server.</summary>
    public StartProblem Problem { get; } = new("schema_newer", found, known);
}

/// <summary>One numbered change of the schema for one database kind.</summary>
public sealed record SchemaScript(int Number, string Name, string Sql)
{
    /// <summary>What was applied, so that an edited old script is noticed.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    internal static SchemaScript Read(Assembly assembly, string resource, string ending)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var name = resource[..^ending.Length];
        name = name[(name.LastIndexOf('.') + 1)..];
        return new SchemaScript(int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
