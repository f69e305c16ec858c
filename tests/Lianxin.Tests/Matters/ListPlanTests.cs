using System.Data.Common;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>A page of a list costs what it shows and not what the district holds: it is read in the order of an index.</summary>
public sealed class ListPlanTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await TestApp.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_list_by_deadline_is_read_in_its_order_and_never_sorted()
    {
        var (lead, coordinator) = (await _app.Given.Officer("city-lead"), await _app.Given.Officer("coordinator"));
        var (unit, officer) = (lead.Unit, lead.Id);
        await Walks(coordinator, "matter_due", new());
        await Walks(coordinator, "matter_due", new() { State = MatterState.Handling });
        await Walks(coordinator, "matter_due", new() { Category = "roads" });
        await Walks(coordinator, "matter_due", new() { Place = TestTown.Street });
        await Walks(lead, "matter_due", new());
        await Walks(coordinator, "matter_unit_due", new() { Unit = unit });
        await Walks(lead, "matter_officer_due", new() { Officer = officer });
        await Walks(coordinator, "matter_answered_due", new() { State = MatterState.Answered });
        await Walks(coordinator, "matter_by_day", new() { Everything = true });
        await Walks(coordinator, "matter_by_day", new() { Everything = true, Place = TestTown.Street, Category = "roads" });
        await Walks(lead, "matter_by_day", new() { Everything = true });
        await Walks(coordinator, "matter_by_day", new() { State = MatterState.Closed });
        await Walks(coordinator, "matter_unit_closed", new() { State = MatterState.Closed, Unit = unit });
        await Walks(lead, "matter_officer_closed", new() { State = MatterState.Closed, Officer = officer });
    }

    [Fact]
    public async Task A_list_of_the_newest_is_walked_by_number()
    {
        var lead = await _app.Given.Officer("city-lead");
        await Walks(lead, null, new() { Everything = true, Order = QueueOrder.Newest });
        await Walks(lead, null, new() { Everything = true, Order = QueueOrder.Newest, Place = TestTown.Street, Category = "roads" });
        await Walks(lead, null, new() { State = MatterState.Closed, Order = QueueOrder.Newest });
        await Walks(lead, null, new() { State = MatterState.Closed, Order = QueueOrder.Newest, Officer = lead.Id });
    }

    [Fact]
    public async Task No_count_of_my_day_walks_every_matter()
    {
        var lead = await _app.Given.Officer("city-lead");
        await using var other = _app.Read();
        var rules = await _app.Get<Rules>().Read(other);
        foreach (var own in new[] { true, false })
        {
            foreach (var view in Enum.GetValues<QueueView>())
            {
                await using var db = _app.Read();
                var plan = await Plan(db, () => MatterQueues.Count(db, view, lead, own, rules), "SELECT COUNT(");
                Assert.DoesNotContain(plan, IsWhole);
            }
        }
    }

    [Fact]
    public async Task What_few_matters_wait_for_is_found_by_an_index_of_its_own()
    {
        if (TestDatabase.Kind != DatabaseKind.Sqlite)
        {
            await using var indexes = _app.Read();
            Assert.Contains("matter_unit_paused", await indexes.Database.SqlQuery<string>($"select indexname as \"Value\" from pg_indexes where tablename = 'matter'").ToListAsync(Stop));
            return;
        }

        var lead = await _app.Given.Officer("city-lead");
        await using var other = _app.Read();
        var rules = await _app.Get<Rules>().Read(other);
        foreach (var (view, words) in new[] { (QueueView.Papers, "paused"), (QueueView.RestDue, "rest"), (QueueView.Untold, "untold"), (QueueView.Untold, "unheard"), (QueueView.Chase, "chase") })
        {
            foreach (var own in new[] { true, false })
            {
                await using var db = _app.Read();
                var plan = await Plan(db, () => MatterQueues.Count(db, view, lead, own, rules), "SELECT COUNT(");
                var index = view == QueueView.Chase && !own ? "matter_chase" : $"matter_{(own ? "officer" : "unit")}_{words}";
                Assert.Contains(plan, line => line.Contains($"USING INDEX {index} ", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Each_invariant_is_asked_of_an_index()
    {
        await using var db = _app.Read();
        var plan = await Plan(db, () => _app.Get<Invariants>().Check(), "matter");
        Assert.DoesNotContain(plan, IsWhole);
        if (TestDatabase.Kind == DatabaseKind.Sqlite)
        {
            foreach (var index in new[] { "matter_closed_undelivered", "matter_closed_without_word", "matter_closed_without_outcome" })
            {
                Assert.Contains(plan, line => line.EndsWith(index, StringComparison.Ordinal));
            }
        }
    }

    // Without an index: by number, within the list's bounds. PostgreSQL chooses by what the tables hold, so there only sorting is looked for.
    private async Task Walks(Actor actor, string? index, MatterFilter filter)
    {
        // A context of its own: one that was used shortly before does not say what it sends.
        await using var other = _app.Read();
        var rules = await _app.Get<Rules>().Read(other);
        await using var db = _app.Read();
        var plan = await Plan(db, () => _app.Get<MatterQueues>().List(db, new MatterAsk { Filter = filter }, rules, actor, null), "ORDER BY");
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal) || line.TrimStart(' ', '-', '>').StartsWith("Sort", StringComparison.Ordinal));
        if (TestDatabase.Kind == DatabaseKind.Sqlite)
        {
            Assert.All(
                plan.Where(line => line.Split(' ') is [_, "m", ..]),
                line => Assert.True(index is null ? line is "SCAN m" or "SEARCH m USING INTEGER PRIMARY KEY (rowid>?)" : line.Contains($" {index} ", StringComparison.Ordinal), line));
        }
    }

    private static bool IsWhole(string line) =>
        line is "SCAN m" or "SCAN m0" || line.Contains("USING INDEX matter_by_day", StringComparison.Ordinal) || line.Contains("Seq Scan on matter ", StringComparison.Ordinal);

    // The plans of the commands that were sent and hold the words.
    private async Task<List<string>> Plan(LianxinDb db, Func<Task> ask, string words)
    {
        using var sent = new CommandCount(_app.Get<DataPlace>());
        await ask();
        var plan = new List<string>();
        await db.Database.OpenConnectionAsync(Stop);
        foreach (var command in sent.Commands.Where(c => c.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            plan.AddRange(await Lines(db.Database.GetDbConnection(), command));
        }

        Assert.NotEmpty(plan);
        return plan;
    }

    private static async Task<List<string>> Lines(DbConnection connection, (string Text, IReadOnlyList<(string Name, object? Value)> Parameters) sent)
    {
        var sqlite = TestDatabase.Kind == DatabaseKind.Sqlite;
        await using var command = connection.CreateCommand();
        if (!sqlite)
        {
            command.CommandText = "set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off; set enable_incremental_sort = off";
            await command.ExecuteNonQueryAsync(Stop);
        }

        command.CommandText = (sqlite ? "explain query plan " : "explain ") + sent.Text;
        foreach (var (name, value) in sent.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
        {
            lines.Add(reader.GetString(sqlite ? 3 : 0));
        }

        // What a subquery gives is read whole, as it should be.
        var inner = lines.Where(line => line.StartsWith("CO-ROUTINE ", StringComparison.Ordinal)).Select(line => line.Replace("CO-ROUTINE ", "SCAN ", StringComparison.Ordinal)).ToHashSet();
        return [.. lines.Where(line => !inner.Contains(line))];
    }
}
