using Lianxin.Database;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Tests.Database;

public sealed class SchemaTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_mapped_column_stands_in_the_scripts_and_every_column_is_mapped()
    {
        await using var db = app.Read();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            var mapped = entity.GetProperties().Select(p => p.GetColumnName(table)!).Order(StringComparer.Ordinal);
            Assert.Equal(mapped, (await Columns(db, entity.GetTableName()!)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_scripts_come_in_pairs()
    {
        var sqlite = SchemaRunner.Scripts(DatabaseKind.Sqlite).Select(s => s.Name);
        Assert.Equal(SchemaRunner.Scripts(DatabaseKind.Postgres).Select(s => s.Name), sqlite);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        Assert.Equal(0, await SchemaRunner.Run(app.Get<DatabaseSettings>(), DateTime.UnixEpoch));
    }

    private static async Task<List<string>> Columns(LianxinDb db, string table)
    {
        var sql = TestDatabase.Kind == DatabaseKind.Sqlite
            ? $"select name as \"Value\" from pragma_table_info('{table}')"
            : $"select column_name::text as \"Value\" from information_schema.columns where table_name = '{table}'";
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }
}
