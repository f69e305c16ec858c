using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Tests.Foundation;

/// <summary>A town in which much has happened, and somebody with SQL write access: every kind of tampering is found and named.</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    private static readonly string[] Own = ["head", "fact_entry", "access_entry"];
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

    private Task<RebuildReport> Check(int workers = 2, int span = 4000) =>
        _app.Get<Rebuild>().Check(new RebuildSettings { Files = true, Workers = workers, SpanEntries = span }, TestContext.Current.CancellationToken);

    private async Task Clean()
    {
        var report = await Check();
        Assert.True(report.FindingCount == 0, string.Join('\n', report.Findings));
    }

    private static IEnumerable<string> Tables(ColumnClass kind) => Folded.Where(l => l.Class == kind).Select(l => l.Table).Distinct();

    // The trees follow from the entries and not from folds: LedgerMutationTests changes every column, theirs too.
    private static IEnumerable<ListedColumn> Folded =>
        ColumnList.All.Where(l => !l.Table.StartsWith("ledger_", StringComparison.Ordinal) && !l.Column.EndsWith("_frontier", StringComparison.Ordinal));

    [Fact]
    public async Task What_the_desks_did_is_folded_again_row_for_row_and_every_commitment_opens()
    {
        var report = await Check();
        Assert.True(report.FindingCount == 0, string.Join('\n', report.Findings));
        await using var db = _app.Read();
        Assert.Equal(await db.FactEntries.LongCountAsync(TestContext.Current.CancellationToken), report.Facts);
        Assert.Equal(await db.AccessEntries.LongCountAsync(TestContext.Current.CancellationToken), report.Looks);
        Assert.Equal(await db.Set<Lianxin.Matters.Matter>().LongCountAsync(TestContext.Current.CancellationToken), report.Matters);
        Assert.True(report.Openings > report.Matters);
    }

    [Fact]
    public async Task A_changed_cell_in_any_derived_or_committed_column_is_found_in_its_table()
    {
        var missed = new List<string>();
        foreach (var line in Folded.Where(l => l.Class != ColumnClass.Unprotected && (l.Table, l.Column) != ("head", "id")))
        {
            var table = _rows.Table(line.Table);
            if (await _rows.Last(table) is { } row && !await IsFound(table, row, line))
            {
                missed.Add($"{line.Table}.{line.Column}");
            }
        }

        Assert.Empty(missed);
        await Clean();
    }

    private async Task<bool> IsFound(IEntityType table, Dictionary<string, object> row, ListedColumn line)
    {
        var property = table.GetProperties().Single(p => p.GetColumnName() == line.Column);
        var old = row[line.Column];
        var other = DirectRows.Other(property, old is DBNull ? null : old);
        await _rows.Set(table, row, line.Column, other);
        var report = await Check();
        await _rows.Set(table, new Dictionary<string, object>(row) { [line.Column] = other }, line.Column, old);
        var named = report.Findings.Where(f => f.Table == line.Table).ToList();
        var inKey = DirectRows.KeyOf(table).Contains(line.Column);
        return line.Class == ColumnClass.Committed || inKey || Own.Contains(line.Table)
            ? named.Count > 0
            : report.FindingCount == 1 && named.Count == 1 && named[0].Column == line.Column && named[0].Fault == RebuildFault.Derived;
    }

    [Fact]
    public async Task A_row_put_in_by_hand_is_found_in_any_table_that_folds_fill()
    {
        foreach (var name in Tables(ColumnClass.Derived).Except(Own))
        {
            var table = _rows.Table(name);
            var made = table.GetProperties().ToDictionary(p => p.GetColumnName(), p => DirectRows.Other(p, null));
            await _rows.Insert(table, made);
            var report = await Check();
            Assert.True(report.Findings.Any(f => f is { Fault: RebuildFault.Extra } && f.Table == name), name);
            Assert.Equal(1, report.FindingCount);
            await _rows.Delete(table, made);
        }

        await Clean();
    }

    [Fact]
    public async Task A_row_taken_out_is_found_in_any_table_an_entry_stands_behind()
    {
        var filled = 0;
        foreach (var name in Tables(ColumnClass.Derived).Concat(Tables(ColumnClass.Committed)).Distinct())
        {
            var table = _rows.Table(name);
            if (await _rows.Last(table) is not { } row)
            {
                continue;
            }

            filled++;
            await _rows.Delete(table, row);
            var report = await Check();
            Assert.True(report.Findings.Any(f => f.Table == name || (Own.Contains(name) && f.Table == "head")
                || (f.Fault == RebuildFault.NoOpening && f.Table.EndsWith("_entry", StringComparison.Ordinal))), $"{name}\n{string.Join('\n', report.Findings)}");
            await _rows.Insert(table, row);
        }

        Assert.True(filled > 20, $"The busy town fills {filled} tables only.");
        await Clean();
    }

    [Fact]
    public async Task Words_changed_emptied_or_opened_by_another_salt_are_named_without_being_shown()
    {
        var table = _rows.Table("wording");
        var row = (await _rows.Last(table))!;
        var key = $"{row["seq"]}/{row["path"]}";
        await _rows.Set(table, row, "value", "被改过的话");
        await FoundOnly(new RebuildFinding(RebuildFault.Opening, "wording", key));
        await _rows.Set(table, row, "value", DBNull.Value);
        await FoundOnly(new RebuildFinding(RebuildFault.NoOpening, "wording", key));
        await _rows.Set(table, row, "value", row["value"]);
        await _rows.Set(table, row, "salt", new byte[32]);
        await FoundOnly(new RebuildFinding(RebuildFault.Opening, "wording", key));
    }

    private async Task FoundOnly(RebuildFinding finding) => Assert.Equal([finding], (await Check()).Findings);

    [Fact]
    public async Task Sealed_values_of_two_matters_that_changed_places_no_longer_open()
    {
        var table = _rows.Table("sealed_value");
        var rows = await _rows.Rows("select * from sealed_value where path = 'phone' order by seq");
        var (one, other) = (rows[0], rows[1]);
        Assert.NotEqual(one["matter"], other["matter"]);
        await _rows.Set(table, one, "ciphertext", other["ciphertext"]);
        await _rows.Set(table, other, "ciphertext", one["ciphertext"]);
        var report = await Check();
        Assert.Equal([$"{one["seq"]}/phone", $"{other["seq"]}/phone"], report.Findings.Select(f => f.Key));
        Assert.All(report.Findings, f => Assert.Equal((RebuildFault.Opening, "sealed_value"), (f.Fault, f.Table)));
    }

    [Fact]
    public async Task A_stored_file_that_was_changed_on_the_disk_is_found()
    {
        var row = (await _rows.Last(_rows.Table("stored_file")))!;
        var place = _app.Get<Lianxin.Web.Hosting.DataPlace>();
        var file = Path.Combine(place.FileFolder, ((string)row["name"])[..2], (string)row["name"]);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(RebuildFault.File, Assert.Single((await Check()).Findings).Fault);
        File.Delete(file);
        Assert.Equal("name", Assert.Single((await Check()).Findings).Column);
    }

    [Fact]
    public async Task An_entry_rewritten_with_its_leaf_breaks_the_chain_after_it()
    {
        var row = (await _rows.Rows("select * from fact_entry where cn = 1 order by seq limit 1"))[0];
        var read = EntryReader.Read((byte[])row["bytes"]);
        var forged = (read.Entry with { Nonce = new byte[16] }).Encode(json => EntryReader.Copy(json, read.Data));
        await _rows.Set(_rows.Table("fact_entry"), row, "bytes", forged);
        Assert.Equal([RebuildFault.Leaf, RebuildFault.Chain], (await Check()).Findings.Select(f => f.Fault));
        await _rows.Set(_rows.Table("fact_entry"), row, "leaf", TreeHash.Leaf(forged));
        Assert.Equal(RebuildFault.Chain, Assert.Single((await Check()).Findings).Fault);
    }

    [Fact]
    public async Task A_whole_matter_taken_out_leaves_gaps_in_both_series()
    {
        var number = (long)(await _rows.Rows("select number from matter order by number limit 1"))[0]["number"];
        foreach (var sql in await _rows.Rows($"select seq from fact_entry where matter = {number}"))
        {
            await _rows.Run("delete from fact_entry where seq = $1", sql["seq"]);
        }

        var found = (await Check()).Findings;
        Assert.Contains(found, f => f is { Fault: RebuildFault.Sequence, Table: "fact_entry" });
        Assert.Contains(found, f => f is { Fault: RebuildFault.Sequence, Table: "matter" });
        Assert.Contains(found, f => f is { Fault: RebuildFault.Derived, Table: "head", Column: "fact_size" });
        Assert.Contains(found, f => f.Fault == RebuildFault.Extra && f.Table == "matter" && f.Key == $"{number}");
    }

    [Fact]
    public async Task The_digest_depends_on_the_journal_and_not_on_how_the_check_is_cut()
    {
        var whole = (await Check()).Digest;
        Assert.Equal(whole, (await Check(workers: 1, span: 1)).Digest);
        Assert.Equal(whole, (await Check(workers: 4, span: 3)).Digest);
        await _app.Given.Matter();
        Assert.NotEqual(whole, (await Check()).Digest);
    }

    [Fact]
    public async Task A_check_beside_a_writing_server_finds_nothing()
    {
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await _app.Given.Matter($"第{i}件");
            }
        }, TestContext.Current.CancellationToken);
        while (!writing.IsCompleted)
        {
            var report = await Check(workers: 2, span: 20);
            Assert.True(report.FindingCount == 0, string.Join('\n', report.Findings));
        }

        await writing;
        await Clean();
    }

    [Fact]
    public async Task Words_that_are_gone_are_accepted_only_where_an_entry_erased_them()
    {
        var row = (await _rows.Rows("select * from wording where path = 'body' order by seq limit 1"))[0];
        var (seq, matter) = ((long)row["seq"], (long)row["matter"]);
        await using var db = _app.Read();
        var catalogue = new FactCatalogue(typeof(Fact).Assembly, typeof(WordsErased).Assembly);
        await new Journal(_app.Get<Writer>(), catalogue, []).Write(Actor.System(), work => work.Save(new WordsErased(seq, "body"), matter));
        await _rows.Set(_rows.Table("wording"), row, "value", DBNull.Value);
        await _rows.Set(_rows.Table("wording"), row, "salt", DBNull.Value);
        var rebuild = new Rebuild(_app.Get<LianxinDatabase>(), catalogue, _app.Get<IEnumerable<IOpenCommitments>>(), TimeProvider.System);
        var report = await rebuild.Check(new RebuildSettings(), TestContext.Current.CancellationToken);
        Assert.Equal((0, 1), (report.FindingCount, report.Erased));

        await _rows.Set(_rows.Table("wording"), (await _rows.Last(_rows.Table("wording")))!, "value", DBNull.Value);
        report = await rebuild.Check(new RebuildSettings(), TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (report.FindingCount, report.Erased));
    }

    /// <summary>What erasing will look like to a check.</summary>
    [FactType("test.words_erased")]
    public sealed record WordsErased(long Entry, string Path) : Fact, IErase
    {
        IEnumerable<Erasure> IErase.Erased => [new Erasure(Entry, Path)];

        public override void Fold(IFoldRows rows, Stamp stamp)
        {
            // Erasing changes words, not rows.
        }
    }

    [Fact]
    public async Task An_entry_of_a_type_this_release_does_not_know_is_a_finding()
    {
        var catalogue = new FactCatalogue(typeof(Fact).Assembly, typeof(WordsErased).Assembly);
        await new Journal(_app.Get<Writer>(), catalogue, []).Write(Actor.System(), work => work.Save(new WordsErased(0, "body")));
        Assert.Equal(RebuildFault.Form, Assert.Single((await Check()).Findings).Fault);
    }

    [Fact]
    public async Task One_journal_gives_the_same_derived_bytes_on_either_database()
    {
        var expected = await Check();
        var folder = Directory.CreateTempSubdirectory("lianxin-other-");
        try
        {
            var other = new DatabaseSettings(folder.FullName);
            await SchemaRunner.Run(other, DateTime.UnixEpoch);
            await using (var copy = await DirectRows.OpenFile(other))
            {
                foreach (var name in new[] { "fact_entry", "access_entry" })
                {
                    foreach (var row in await _rows.Rows($"select * from {name}"))
                    {
                        await copy.Insert(_rows.Table(name), row);
                    }
                }
            }

            var database = new LianxinDatabase(other, _app.Get<IEnumerable<ITables>>());
            var report = await new Rebuild(database, _app.Journal.Catalogue, [], TimeProvider.System).Check(new RebuildSettings(), TestContext.Current.CancellationToken);
            Assert.Equal((expected.Facts, expected.Looks, expected.Digest), (report.Facts, report.Looks, report.Digest));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
