using Microsoft.EntityFrameworkCore;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Console;

/// <summary>A page costs the same number of commands whatever it shows.</summary>
public sealed class QueryCountTests
{
    [Fact]
    public async Task Lists_and_matter_pages_send_no_command_for_each_row()
    {
        await using var app = await TestApp.Start();
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        string[] pages = ["/console/matters", "/console/matters?Q=路灯", "/console?view=handling&whose=unit", matter.Page(), matter.Page() + "/answer"];
        var few = await Count(app, browser, pages);
        for (var i = 0; i < 20; i++)
        {
            var more = await app.Given.Handled();
            await app.Get<MatterFeedback>().Merge(new MatterRef(more.Number), matter.Number, await app.Given.Officer("city-lead"));
            await app.Given.Handled();
            await app.Get<MatterHandling>().Note(new MatterRef(matter.Number), $"第{i}次到现场。", true, await app.Given.Officer("city-lead"));
        }

        var many = await Count(app, browser, pages);
        Assert.Equal(few, many);
        Assert.All(many, count => Assert.InRange(count, 2, 20));
    }

    [Fact]
    public async Task The_default_list_walks_the_deadline_index_and_never_the_whole_table()
    {
        await using var app = await TestApp.Start();
        if (TestDatabase.Kind == Lianxin.Database.DatabaseKind.Postgres)
        {
            // PostgreSQL plans by statistics that a small table does not have: here the indexes themselves must stand.
            await using var db = app.Read();
            var stand = await db.Database.SqlQueryRaw<string>("select indexname::text as \"Value\" from pg_indexes").ToListAsync(TestContext.Current.CancellationToken);
            Assert.Superset(new HashSet<string> { "matter_due", "matter_unit_due", "matter_offered", "matter_officer_due", "matter_search_words" }, stand.ToHashSet());
            return;
        }

        await app.Given.Handled();
        foreach (var (officer, page, index) in new[]
        {
            ("coordinator", "/console/matters", "matter_due"), ("city-lead", "/console?view=handling&whose=unit", "matter_unit_due"),
            ("city-lead", "/console?view=offered", "matter_offered"), ("city-handler", "/console?view=handling&whose=me", "matter_officer_due"), ("coordinator", "/console/matters?Q=路灯", "matter_search"),
        })
        {
            var browser = await app.As(officer);
            using var count = new CommandCount(app.Get<DataPlace>());
            await browser.Open(page);
            var plans = new List<string>();
            foreach (var sql in count.Sent.Where(s => s.Contains("\"title_seq\"", StringComparison.Ordinal)))
            {
                plans.Add(Plan(app, sql));
            }

            Assert.Contains(plans, plan => plan.Contains(index, StringComparison.Ordinal));
            Assert.DoesNotContain(plans, plan => plan.Contains("SCAN m\n", StringComparison.Ordinal) || plan.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    private static async Task<IReadOnlyList<int>> Count(TestApp app, Browser browser, string[] pages)
    {
        var counts = new List<int>();
        foreach (var page in pages)
        {
            await browser.Open(page);
            using var count = new CommandCount(app.Get<DataPlace>());
            await browser.Open(page);
            counts.Add(count.Sent.Count);
        }

        return counts;
    }

    private static string Plan(TestApp app, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={app.Get<DataPlace>().Database.SqliteFile}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "explain query plan " + sql;
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, "@\\w+", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(m => m.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, "1");
        }

        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join("\n", lines) + "\n";
    }
}
