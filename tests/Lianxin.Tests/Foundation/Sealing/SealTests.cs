using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Foundation;

/// <summary>Every commit is sealed: its entries are in the trees, and a checkpoint signed by the district's key covers them.</summary>
public sealed class SealTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<LedgerReport> Verify(LedgerQuestion? question = null) => app.Get<LedgerVerification>().Check(question ?? new LedgerQuestion(), Stop);

    [Fact]
    [Trait("row", "LZ-23")]
    public async Task An_acknowledged_matter_has_a_receipt_that_anybody_can_check_with_the_policy_alone()
    {
        var number = (await app.Given.Matter("南堤村的水管又爆了")).Number;
        await using var db = app.Read();
        var entry = await db.FactEntries.SingleAsync(e => e.Matter == number && e.Cn == 1, Stop);
        var words = await db.Wordings.Where(w => w.Seq == entry.Seq).ToListAsync(Stop);
        var newest = (await db.NewestCheckpoint(LedgerLog.Facts))!;
        var openings = words.ToLookup(w => w.Seq, w => ReceiptOpening.OfText(w.Path, w.Salt!, w.Value!));
        var receipt = Assert.Single(await LedgerReading.Receipts(db, newest, [entry], openings));
        var policy = System.Text.Encoding.UTF8.GetBytes(app.Get<LedgerKeys>().ReadPolicy()!.ToString());
        var bytes = System.Text.Encoding.UTF8.GetBytes(receipt.ToString());
        var report = ReceiptCheck.Of(new ReceiptQuestion(bytes, policy));
        Assert.Equal(ReceiptResult.Proven, report.Result);
        Assert.Equal(0, (await Verify(new LedgerQuestion { Receipts = [new NamedFile("mine", bytes)] })).Exit);
    }

    [Fact]
    public async Task Many_operations_in_one_commit_get_one_checkpoint_and_every_older_one_is_consistent_with_the_newest()
    {
        await using var db = app.Read();
        var before = await db.LedgerCheckpoints.CountAsync(Stop);
        await app.Get<Writer>().Together(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await app.Given.Matter($"第{i}盏路灯不亮");
            }

            return true;
        });
        Assert.Equal(before + 1, await db.LedgerCheckpoints.CountAsync(Stop));
        var newest = (await db.NewestCheckpoint(LedgerLog.Facts))!.Checkpoint;
        foreach (var older in await db.LedgerCheckpoints.Where(c => c.Log == LedgerLog.Facts.Id).OrderBy(c => c.Size).ToListAsync(Stop))
        {
            var then = SignedCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(older.Note)).Checkpoint;
            var proof = await db.ConsistencyProof(LedgerLog.Facts, then.Size, newest.Size);
            Assert.True(ProofCheck.Extends(then.Size, then.Root, newest.Size, newest.Root, proof));
        }
    }

    [Fact]
    public async Task The_key_lies_in_a_file_that_only_its_owner_reads_and_a_node_without_it_may_not_start()
    {
        await app.Given.Matter();
        var keys = app.Get<LedgerKeys>();
        Assert.All(LedgerLog.All, log => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keys.KeyFile(log))));
        var check = app.Get<LedgerKeyCheck>();
        Assert.True(await check.Fits());
        using var other = new LedgerKeys(Directory.CreateTempSubdirectory().FullName);
        Assert.False(await new LedgerKeyCheck(app.Get<LianxinDatabase>(), other).Fits());
        other.Open(mayCreate: true);
        Assert.False(await new LedgerKeyCheck(app.Get<LianxinDatabase>(), other).Fits());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(() => new LedgerKeys(Directory.CreateTempSubdirectory().FullName).Open(mayCreate: false), Stop));
    }
}

/// <summary>A database whose entries were recorded before there were trees.</summary>
public sealed class OlderLedgerTests
{
    [Fact]
    public async Task Entries_of_an_older_release_are_sealed_by_the_first_commit()
    {
        await using var app = await TestApp.Start();
        for (var i = 0; i < 9; i++)
        {
            await app.Given.Matter($"第{i}件");
        }

        await using var rows = await DirectRows.Open(app);
        await rows.Any("delete from ledger_node");
        await rows.Any("delete from ledger_checkpoint");
        await rows.Any(app.Get<DatabaseSettings>().Kind == DatabaseKind.Sqlite
            ? "update head set fact_frontier = x'', access_frontier = x''"
            : "update head set fact_frontier = '', access_frontier = ''");
        var verification = app.Get<LedgerVerification>();
        using var none = new LedgerKeys(Directory.CreateTempSubdirectory().FullName);
        var unsealed = await new LedgerVerification(app.Get<LianxinDatabase>(), app.Get<Rebuild>(), none, app.Clock)
            .Check(new LedgerQuestion(), TestContext.Current.CancellationToken);
        Assert.Equal(2, unsealed.Exit);
        Assert.Contains((Unchecked.NotSealed, "ledger/1"), unsealed.Open);

        // A district that has its keys was sealed once: then nothing of it may be gone.
        Assert.Equal(1, (await verification.Check(new LedgerQuestion(), TestContext.Current.CancellationToken)).Exit);

        await app.Journal.Write(Actor.System(Via.Cli), _ => Task.CompletedTask);
        var report = await verification.Check(new LedgerQuestion(), TestContext.Current.CancellationToken);
        Assert.True(report.Exit == 0, string.Join('\n', report.Findings));
    }
}
