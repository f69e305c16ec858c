using System.Data.Common;
using System.Globalization;
using Lianxin.Search;
using Lianxin.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Web.Bench;

/// <summary>An insert statement with the types of its columns.</summary>
internal sealed record RawInsert(string Sql, string[] Types);

/// <summary>The rows that recorded matters are made of, read back from the database as they lie there, so that the raw inserts write the very same.</summary>
internal sealed class RawRows
{
    // Every table that recording a matter writes to; the search index cannot be read back and is made from the words again.
    private static readonly string[] Tables =
        ["fact_entry", "wording", "matter_key", "sealed_value", "contact_index", "matter", "matter_deadline", "tracking_key", "notice", "api_answer"];

    private RawRows(IReadOnlyList<RawInsert> inserts, IReadOnlyList<IReadOnlyList<(int Insert, object[] Values)>> matters) => (Inserts, Matters) = (inserts, matters);

    /// <summary>The statements.</summary>
    internal IReadOnlyList<RawInsert> Inserts { get; }

    /// <summary>For each matter its rows: which statement, with what.</summary>
    internal IReadOnlyList<IReadOnlyList<(int Insert, object[] Values)>> Matters { get; }

    /// <summary>Reads the rows of the last matters.</summary>
    internal static async Task<RawRows> Capture(DataPlace place, int count)
    {
        await using DbConnection connection = place.Postgres is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={place.Database.SqliteFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var numbers = (await Read(connection, $"select number from matter order by number desc limit {count}")).Rows.Select(r => Convert.ToInt64(r[0], CultureInfo.InvariantCulture)).Order().ToList();
        var matters = numbers.ToDictionary(n => n, _ => new List<(int, object[])>());
        var inserts = new List<RawInsert>();
        foreach (var table in Tables)
        {
            await Take(connection, table, numbers, matters, inserts);
        }

        inserts.Add(place.Postgres is null
            ? new RawInsert("insert into matter_search (rowid, words) values (?1, ?2)", ["INTEGER", "TEXT"])
            : new RawInsert("insert into matter_search (matter, words) values ($1, $2::tsvector)", ["bigint", "text"]));
        var words = await Read(connection, $"select matter, value from wording where matter >= {numbers[0]} and path in ('title', 'body') order by matter, path desc");
        foreach (var matter in words.Rows.GroupBy(r => Convert.ToInt64(r[0], CultureInfo.InvariantCulture)).Where(m => matters.ContainsKey(m.Key)))
        {
            var text = string.Join('\n', matter.Select(r => (string)r[1]));
            matters[matter.Key].Add((inserts.Count - 1, [matter.Key, place.Postgres is null ? Bigrams.Column(text) : Bigrams.Vector(text)]));
        }

        return new RawRows(inserts, [.. numbers.Select(n => matters[n])]);
    }

    private static async Task Take(
        DbConnection connection, string table, List<long> numbers, Dictionary<long, List<(int, object[])>> matters, List<RawInsert> inserts)
    {
        // What a request was answered names no matter: the newest belong to the newest.
        var (key, sql) = table switch
        {
            "matter" => ("number", $"select * from matter where number >= {numbers[0]}"),
            "api_answer" => ("", $"select * from api_answer order by at desc limit {numbers.Count}"),
            _ => ("matter", $"select * from {table} where matter >= {numbers[0]}"),
        };
        var read = await Read(connection, sql);
        var sqlite = connection is SqliteConnection;
        inserts.Add(new RawInsert(
            $"insert into {table} ({string.Join(", ", read.Columns.Select(c => $"\"{c}\""))}) values ({string.Join(", ", read.Columns.Select((_, i) => (sqlite ? "?" : "$") + (i + 1)))})",
            read.Types));
        var at = Array.IndexOf(read.Columns, key);
        for (var i = 0; i < read.Rows.Count; i++)
        {
            var number = at < 0 ? numbers[i] : Convert.ToInt64(read.Rows[i][at], CultureInfo.InvariantCulture);
            if (matters.TryGetValue(number, out var rows))
            {
                rows.Add((inserts.Count - 1, read.Rows[i]));
            }
        }
    }

    private static async Task<(string[] Columns, string[] Types, List<object[]> Rows)> Read(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(values);
        }

        var columns = Enumerable.Range(0, reader.FieldCount).ToArray();
        return ([.. columns.Select(reader.GetName)], [.. columns.Select(reader.GetDataTypeName)], rows);
    }
}
