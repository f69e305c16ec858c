using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Foundation;

/// <summary>The writer and the journal, on the database the run is for.</summary>
public sealed class WriterTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Somebody = Actor.Resident();

    private Task<long> Record(string body = "路灯不亮", bool refuse = false) => app.Journal.Write(Somebody, async work =>
    {
        var number = work.NextNumber();
        work.StartChain(number);
        await work.Save(
            new MatterReceived(MatterForm.Demand, "web", Guid.Empty, Guid.Empty), number, Committed.Texts(("body", body), ("title", "路灯")));
        return refuse ? throw new RefusedException("test.no") : number;
    });

    [Fact]
    public async Task A_refused_operation_leaves_no_row_no_entry_and_no_gap_in_the_numbers()
    {
        var before = await Record();
        await Assert.ThrowsAsync<RefusedException>(() => Record(refuse: true));
        var after = await Record();
        Assert.Equal((before / 10) + 1, after / 10);
        await using var db = app.Read();
        var head = await db.Set<Head>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(head.FactSize, await db.FactEntries.LongCountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Numbered_values_go_where_their_number_stands()
    {
        var number = await Record();
        Assert.Equal(1, await app.Journal.Write(Actor.System(), async work => await work.Run("update matter set heads = $2 where number = $1", number, 7)));
        await using var db = app.Read();
        Assert.Equal(7, (await db.Matters.SingleAsync(m => m.Number == number, TestContext.Current.CancellationToken)).Heads);
    }

    [Fact]
    [Trait("row", "WQ-02")]
    [Trait("row", "INV-11")]
    public async Task Parallel_operations_share_commits_and_the_number_series_has_no_gap()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () =>
        {
            try
            {
                return (long?)await Record($"第{i}件", refuse: i % 7 == 3);
            }
            catch (RefusedException)
            {
                return null;
            }
        })));
        var serials = numbers.OfType<long>().Select(n => n / 10).Order().ToList();
        Assert.Equal(serials.Count, serials.Distinct().Count());
        await using var db = app.Read();
        var all = await db.Matters.OrderBy(m => m.Number).Select(m => m.Number / 10).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, all.Count).Select(i => all[0] + i), all);
    }

    [Fact]
    public async Task An_operation_that_fails_at_its_last_statement_is_undone_and_those_of_the_same_commit_before_and_after_it_stand()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => Ending(i))));
        var recorded = numbers.OfType<long>().Order().ToList();
        Assert.Equal(Enumerable.Range(0, 200).Count(i => i % 5 < 3), recorded.Count);
        Assert.Equal(Enumerable.Range(0, recorded.Count).Select(i => (recorded[0] / 10) + i), recorded.Select(n => n / 10));
        await using var db = app.Read();
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(recorded, await db.Matters.Where(m => m.Number >= recorded[0]).Select(m => m.Number).Order().ToListAsync(cancel));
        Assert.Equal(recorded, await db.FactEntries.Where(e => e.Matter >= recorded[0]).Select(e => e.Matter!.Value).Order().ToListAsync(cancel));
        Assert.Equal((await db.Set<Head>().SingleAsync(cancel)).FactSize, await db.FactEntries.LongCountAsync(cancel));
    }

    // Every fifth fails in the database's eyes, every fifth in the program's own; of each sort half have read before.
    private async Task<long?> Ending(int i)
    {
        const string touch = "update matter set version = version where number = $1";
        try
        {
            return await app.Journal.Write(Somebody, async work =>
            {
                if (i % 2 == 0)
                {
                    await work.Find<Matter>(1L);
                }

                var number = work.NextNumber();
                work.StartChain(number);
                await work.Save(new MatterReceived(MatterForm.Demand, "web", Guid.Empty, Guid.Empty), number, Committed.Texts(("body", $"第{i}件"), ("title", "路灯")));
                work.RunLast(() => new RefusedException("test.none"), touch, i % 5 == 3 ? 1L : number);
                work.RunLast(touch, i % 5 == 4 ? new Uri("about:blank") : number);
                return (long?)number;
            });
        }
        catch (Exception no) when (no is RefusedException { Code: "test.none" } || i % 5 == 4)
        {
            return null;
        }
    }

    [Fact]
    public async Task Rows_of_one_table_in_any_number_are_all_inserted()
    {
        foreach (var count in (int[])[1, 7, 8, 9, 63, 64, 65, 200])
        {
            var first = await app.Journal.Write(Somebody, work =>
            {
                var start = Random.Shared.NextInt64(1L << 40, 1L << 50);
                for (var i = 0; i < count; i++)
                {
                    work.Add(new ContactIndex { Hash = [1, 2, (byte)i], Matter = start + i });
                }

                return Task.FromResult(start);
            });
            await using var db = app.Read();
            var stored = await db.Set<ContactIndex>().Where(c => c.Matter >= first && c.Matter < first + count).OrderBy(c => c.Matter).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(Enumerable.Range(0, count).Select(i => (first + i, (byte)i)), stored.Select(c => (c.Matter, c.Hash[2])));
        }
    }

    [Fact]
    public async Task Every_entry_is_canonical_and_opens_its_words()
    {
        var number = await Record("南堤村的水管又爆了,𠮷先生家没水。");
        await using var db = app.Read();
        var stored = await db.FactEntries.SingleAsync(e => e.Matter == number, TestContext.Current.CancellationToken);
        var read = EntryReader.Read(stored.Bytes);
        Assert.Equal(TreeHash.Leaf(stored.Bytes), stored.Leaf);
        Assert.Equal(new MatterNumber(number).Digits, read.Entry.Matter);
        Assert.Equal(1, read.Entry.Cn);
        Assert.Null(read.Entry.Cprev);
        Assert.DoesNotContain("水管", System.Text.Encoding.UTF8.GetString(stored.Bytes), StringComparison.Ordinal);
        foreach (var wording in await db.Wordings.Where(w => w.Seq == stored.Seq).ToListAsync(TestContext.Current.CancellationToken))
        {
            var commitment = Assert.Single(read.Entry.Commitments, c => c.Path == wording.Path);
            Assert.Equal(commitment.Value, Commitment.OfText(wording.Salt, wording.Path, wording.Value!));
        }

        Assert.IsType<MatterReceived>(app.Journal.Catalogue.Read(read));
    }

    [Fact]
    public async Task Time_never_runs_backwards_even_when_the_wall_clock_does()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 3, 5, 20, 10);
        var first = await own.Journal.Write(Somebody, work => Task.FromResult(work.Now));
        own.Clock.Move(TimeSpan.FromDays(-3));
        Assert.Equal(first, await own.Journal.Write(Somebody, work => Task.FromResult(work.Now)));
        own.Clock.Move(TimeSpan.FromDays(4));
        Assert.True(await own.Journal.Write(Somebody, work => Task.FromResult(work.Now)) > first);
    }

    [Fact]
    public async Task The_series_starts_again_with_the_year_of_shanghai()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 12, 31, 23, 59);
        var old = await NextNumber(own);
        own.Clock.SetLocal(2027, 1, 1, 0, 0);
        Assert.Equal(26_000_000_001, old / 10);
        Assert.Equal(27_000_000_001, await NextNumber(own) / 10);
    }

    private static Task<long> NextNumber(TestApp app) => app.Journal.Write(Somebody, work => Task.FromResult(work.NextNumber()));

    [Fact]
    public async Task Everything_held_together_stands_in_one_commit()
    {
        await using var own = await TestApp.Start();
        var seen = await own.Get<Writer>().Together(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await own.Journal.Write(Somebody, work => Task.FromResult(work.NextNumber()));
            }

            await using var db = own.Read();
            return (await db.Set<Head>().SingleAsync()).NumberLast;
        });
        await using var after = own.Read();
        Assert.Equal(0, seen);
        Assert.Equal(200, (await after.Set<Head>().SingleAsync(TestContext.Current.CancellationToken)).NumberLast);
    }

    [Fact]
    public async Task A_writer_that_is_closed_finishes_what_is_queued_and_takes_nothing_more()
    {
        await using var own = await TestApp.Start();
        var queued = Enumerable.Range(0, 500).Select(_ => NextNumber(own)).ToList();
        await own.Get<Writer>().DisposeAsync();
        Assert.Equal(500, (await Task.WhenAll(queued)).Distinct().Count());
        await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(() => NextNumber(own));
        await using var db = own.Read();
        Assert.Equal(500, (await db.Set<Head>().SingleAsync(TestContext.Current.CancellationToken)).NumberLast);
    }

    [Fact]
    public async Task Contact_data_is_sealed_and_every_look_is_an_entry_with_its_reason()
    {
        var vault = app.Get<ContactVault>();
        var number = await app.Journal.Write(Somebody, async work =>
        {
            var fresh = work.NextNumber();
            work.StartChain(fresh);
            var commits = vault.SealNew(work, fresh, [("name", "欧阳𠮷"), ("phone", "13800135521")]);
            await work.Save(new MatterReceived(MatterForm.Demand, "web", Guid.Empty, Guid.Empty), fresh, commits);
            return fresh;
        });
        var seen = await app.Journal.Write(Somebody, work => vault.Look(work, number, "call_back", "核实地点"));
        Assert.Equal("13800135521", seen["phone"]);
        Assert.Equal("核实地点", (await Reasons(number)).Single());
        Assert.Equal("欧阳𠮷", seen["name"]);
        await using var db = app.Read();
        var look = await db.AccessEntries.SingleAsync(e => e.Matter == number, TestContext.Current.CancellationToken);
        var fact = Assert.IsType<ContactLooked>(app.Journal.Catalogue.Read(EntryReader.Read(look.Bytes)));
        Assert.Equal(["name", "phone"], fact.Fields);
        Assert.DoesNotContain("13800135521", System.Text.Encoding.UTF8.GetString(look.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_and_a_fact_of_the_same_sequence_keep_their_own_words()
    {
        await using var own = await TestApp.Start();
        var number = await own.Journal.Write(Somebody, async work =>
        {
            var fresh = work.NextNumber();
            work.StartChain(fresh);
            await work.Save(new MatterReceived(MatterForm.Demand, "web", Guid.Empty, Guid.Empty), fresh, Committed.Texts(("reason", "事实")));
            await work.Save(new ContactLooked("call_back", ["phone"]), fresh, Committed.Texts(("reason", "查看")));
            return fresh;
        });
        await using var db = own.Read();
        Assert.Equal("事实", (await db.Wordings.SingleAsync(w => w.Matter == number, TestContext.Current.CancellationToken)).Value);
        Assert.Equal("查看", (await db.AccessWordings.SingleAsync(w => w.Matter == number, TestContext.Current.CancellationToken)).Value);
    }

    private async Task<List<string?>> Reasons(long matter)
    {
        await using var db = app.Read();
        return await db.AccessWordings.Where(w => w.Matter == matter && w.Path == "reason").Select(w => w.Value).ToListAsync();
    }
}
