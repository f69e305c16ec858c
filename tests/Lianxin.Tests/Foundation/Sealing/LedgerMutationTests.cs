using System.Data.Common;
using Lianxin.Foundation;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Tests.Foundation;

/// <summary>
/// Somebody with SQL write access changes protected cells at random, one in every kind of column again and again: verification names each
/// one. Several are changed together, each in a table of its own; what hides another is tried alone. <c>LIANXIN_LONG=1</c> does 10,000.
/// </summary>
public sealed class LedgerMutationTests : IAsyncLifetime
{
    private const int Together = 12;
    private static readonly bool Long = Environment.GetEnvironmentVariable("LIANXIN_LONG") == "1";
    private static readonly string[] Journal = ["head", "fact_entry", "access_entry", "ledger_checkpoint", "ledger_node"];
    private readonly Random _random = new(20261122);
    private TestApp _app = null!;
    private DirectRows _rows = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await BusyTown.Make();
        _rows = await DirectRows.Open(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Every_random_change_of_a_protected_cell_is_found_and_named()
    {
        var columns = ColumnList.All.Where(l => l.Class != ColumnClass.Unprotected && (l.Table, l.Column) != ("head", "id")).ToList();
        var (tried, missed, wanted) = (0, new List<string>(), Long ? 10_000 : 300);
        Assert.Empty((await Verify()).Findings);
        while (tried < wanted)
        {
            var group = await Change(columns);
            var report = await Verify();
            foreach (var change in Enumerable.Reverse(group))
            {
                await Restore(change);
            }

            foreach (var change in group.Where(change => !IsNamed(report, change)))
            {
                if (!await IsFoundAlone(change))
                {
                    missed.Add($"{change.Column.Table}.{change.Column.Column}: {Show(change.Old)} -> {Show(change.New)}");
                }
            }

            tried += group.Count;
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.Empty((await Verify()).Findings);
        TestContext.Current.SendDiagnosticMessage($"{tried} changes, all found");
    }

    private Task<LedgerReport> Verify() => _app.Get<LedgerVerification>().Check(new LedgerQuestion(), TestContext.Current.CancellationToken);

    private async Task<bool> IsFoundAlone(Mutation change)
    {
        await Set(change.Table, change.Row, change.Column.Column, change.New);
        var report = await Verify();
        await Restore(change);
        return IsNamed(report, change);
    }

    // A changed key makes one row too few and one too many; of the journal and of committed texts the column is known by what depends on it.
    private static bool IsNamed(LedgerReport report, Mutation change) => report.Findings.Any(f => f.Table == change.Column.Table && f.Code.StartsWith('V')
        && (f.Column == change.Column.Column || change.Column.Class == ColumnClass.Committed || Journal.Contains(f.Table)
            || DirectRows.KeyOf(change.Table).Contains(change.Column.Column)));

    private async Task<List<Mutation>> Change(List<ListedColumn> columns)
    {
        var group = new List<Mutation>();
        while (group.Count < Together)
        {
            var column = columns[_random.Next(columns.Count)];
            if (group.TrueForAll(one => one.Column.Table != column.Table) && await Change(column) is { } change)
            {
                group.Add(change);
            }
        }

        return group;
    }

    private async Task<Mutation?> Change(ListedColumn column)
    {
        var table = _rows.Table(column.Table);
        var rows = await _rows.Rows($"select * from \"{column.Table}\"");
        if (rows.Count == 0)
        {
            return null;
        }

        var row = rows[_random.Next(rows.Count)];
        var property = table.GetProperties().Single(p => p.GetColumnName() == column.Column);
        var (old, fresh) = (row[column.Column], Fresh(property, row[column.Column], rows));
        if (fresh is null)
        {
            return null;
        }

        try
        {
            await Set(table, row, column.Column, fresh);
        }
        catch (DbException)
        {
            // The database itself refuses a second row of that key, or nothing where something must stand.
            return null;
        }

        return new Mutation(table, column, row, old, fresh);
    }

    /// <summary>Nothing, another row's value, or a value slightly off; null when that would change nothing.</summary>
    private object? Fresh(IProperty property, object old, List<Dictionary<string, object>> rows)
    {
        var fresh = _random.Next(6) switch
        {
            0 => DBNull.Value,
            1 or 2 => rows[_random.Next(rows.Count)][property.GetColumnName()],
            _ => old switch
            {
                byte[] { Length: > 0 } bytes => Flip(bytes),
                DateTime at => at.AddMilliseconds(_random.Next(1, 100_000)),
                string { Length: > 0 } text when property.ClrType == typeof(string) => text[..^1] + (char)('a' + _random.Next(26)),
                _ => DirectRows.Other(property, old is DBNull ? null : old),
            },
        };
        return fresh is byte[] a && old is byte[] b ? (a.AsSpan().SequenceEqual(b) ? null : fresh) : Equals(fresh, old) ? null : fresh;
    }

    private byte[] Flip(byte[] bytes)
    {
        var copy = (byte[])bytes.Clone();
        copy[_random.Next(copy.Length)] ^= (byte)(1 << _random.Next(8));
        return copy;
    }

    private Task Set(IEntityType table, Dictionary<string, object> row, string column, object value) => _rows.Set(table, row, column, value);

    private Task Restore(Mutation change) =>
        Set(change.Table, new Dictionary<string, object>(change.Row) { [change.Column.Column] = change.New }, change.Column.Column, change.Old);

    private static string Show(object value) => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : $"{value}";

    private sealed record Mutation(IEntityType Table, ListedColumn Column, Dictionary<string, object> Row, object Old, object New);
}
