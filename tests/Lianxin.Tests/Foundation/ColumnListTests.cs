using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Foundation;

/// <summary>Every column that is really in the database has exactly one line in Columns.csv, and every line a column.</summary>
public sealed class ColumnListTests(TestApp app) : IClassFixture<TestApp>
{
    private const string File = "src/Lianxin/Foundation/Columns.csv";

    [Fact]
    public async Task Every_column_of_the_database_is_in_the_list_and_nothing_else()
    {
        var listed = ColumnList.All.Select(line => $"{line.Table},{line.Column}").ToList();
        var real = await RealColumns();
        var missing = real.Except(listed).Select(c => $"{File} lacks a line: {c},derived,folded (or: committed,… or: unprotected,…)");
        var gone = listed.Except(real).Select(c => $"{File} has a line for no column: {c}");
        var twice = listed.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => $"{File} has two lines: {g.Key}");
        var wrong = missing.Concat(gone).Concat(twice).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_list_is_sorted_so_that_each_line_has_one_place()
    {
        var keys = ColumnList.All.Select(line => (line.Table, line.Column)).ToList();
        Assert.Equal(keys.OrderBy(k => k.Table, StringComparer.Ordinal).ThenBy(k => k.Column, StringComparer.Ordinal), keys);
    }

    [Fact]
    public async Task Rows_that_folds_make_are_mapped_and_their_keys_are_derived()
    {
        await using var db = app.Read();
        var mapped = db.Model.GetEntityTypes().ToDictionary(e => e.GetTableName()!);
        foreach (var table in ColumnList.All.Where(l => l.Class == ColumnClass.Derived).Select(l => l.Table).Distinct())
        {
            var key = mapped[table].FindPrimaryKey()!.Properties.Select(p => p.GetColumnName());
            Assert.Subset(ColumnList.Of(table, ColumnClass.Derived).ToHashSet(), key.ToHashSet());
        }
    }

    [Fact]
    public async Task Every_table_with_rows_of_matters_has_an_index_that_begins_with_the_matter()
    {
        await using var db = app.Read();
        var indexed = await db.Database.SqlQueryRaw<string>(TestDatabase.Kind == DatabaseKind.Postgres
            ? """
              select c.relname::text as "Value" from pg_index i join pg_class c on c.oid = i.indrelid
              join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where a.attname = 'matter'
              """
            : """
              select m.name as "Value" from sqlite_schema m join pragma_index_list(m.name) l join pragma_index_info(l.name) c
              where m.type = 'table' and c.seqno = 0 and c.name = 'matter'
              union select m.name from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and c.pk = 1 and c.name = 'matter'
              """).ToListAsync(TestContext.Current.CancellationToken);
        var tables = ColumnList.All.Where(l => l is { Column: "matter", Class: not ColumnClass.Unprotected }).Select(l => l.Table);
        Assert.Empty(tables.Except(indexed));
    }

    private async Task<List<string>> RealColumns()
    {
        await using var db = app.Read();
        if (TestDatabase.Kind == DatabaseKind.Postgres)
        {
            return await db.Database.SqlQueryRaw<string>(
                """
                select table_name || ',' || case when table_name like '%\_search' then '*' else column_name end as "Value"
                from information_schema.columns where table_schema = 'public'
                """).Distinct().ToListAsync();
        }

        // The shadow tables of a search index (_data, _idx, …) are that index.
        return await db.Database.SqlQueryRaw<string>(
            """
            select distinct t.name || ',' || case when t.type = 'virtual' then '*' else c.name end as "Value"
            from pragma_table_list t join pragma_table_info(t.name) c
            where t.schema = 'main' and t.type in ('table', 'virtual') and t.name not like 'sqlite\_%' escape '\'
            """).ToListAsync();
    }
}
