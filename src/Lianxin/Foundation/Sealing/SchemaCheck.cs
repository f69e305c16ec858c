using Lianxin.Database;
using Microsoft.Data.Sqlite;

namespace Lianxin.Foundation;

/// <summary>
/// V22: tables, indexes and triggers are those of this release. On SQLite the whole schema is compared with a fresh one; on PostgreSQL
/// triggers, rules, views and functions beside the release's tables are found, since the release has none.
/// </summary>
internal sealed class SchemaCheck(RebuildSnapshot snapshot, RebuildFindings findings)
{
    private const string Sqlite = "select type || ' ' || name, coalesce(sql, '') from sqlite_schema where name not like 'sqlite_stat%'";

    private const string Postgres = """
        select 'trigger ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and not t.tgisinternal
        union all select 'rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public'
        union all select 'function ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        """;

    internal async Task Run(CancellationToken stop)
    {
        if (snapshot.Kind == DatabaseKind.Postgres)
        {
            await using var command = snapshot.Command(Postgres);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                findings.Add(RebuildFault.Schema, "schema", reader.GetString(0));
            }

            return;
        }

        var (real, fresh) = (await Read(snapshot.Command(Sqlite), stop), await Fresh(stop));
        foreach (var name in real.Keys.Union(fresh.Keys).Where(name => real.GetValueOrDefault(name) != fresh.GetValueOrDefault(name)))
        {
            findings.Add(RebuildFault.Schema, "schema", name);
        }
    }

    private static async Task<Dictionary<string, string>> Fresh(CancellationToken stop)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Join('\n', SchemaRunner.Scripts(DatabaseKind.Sqlite).Select(script => script.Sql).Prepend(SchemaRunner.VersionTable(DatabaseKind.Sqlite) + ";"));
        await command.ExecuteNonQueryAsync(stop);
        command.CommandText = Sqlite;
        return await Read(command, stop);
    }

    private static async Task<Dictionary<string, string>> Read(System.Data.Common.DbCommand command, CancellationToken stop)
    {
        var found = new Dictionary<string, string>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            found.Add(reader.GetString(0), reader.GetString(1));
        }

        return found;
    }
}
