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
