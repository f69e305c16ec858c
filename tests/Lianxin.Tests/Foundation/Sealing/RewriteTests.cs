using System.Text;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Foundation;

/// <summary>Somebody with SQL write access and the signing key rewrites history so that the database agrees with itself: what was given out before finds it.</summary>
public sealed class RewriteTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private DirectRows _rows = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _rows = await DirectRows.Open(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task<LedgerReport> Verify(LedgerQuestion? question = null) => await _app.Get<LedgerVerification>().Check(question ?? new LedgerQuestion(), Stop);

    private async Task<NamedFile> Anchor()
    {
        await using var db = _app.Read();
        return new NamedFile("board", Encoding.UTF8.GetBytes((await db.NewestCheckpoint(LedgerLog.Facts))!.ToString()));
    }

    private async Task<NamedFile> ReceiptOf(long number)
    {
        await using var db = _app.Read();
        var entry = await db.FactEntries.SingleAsync(e => e.Matter == number && e.Cn == 1, Stop);
        var receipt = (await LedgerReading.Receipts(db, (await db.NewestCheckpoint(LedgerLog.Facts))!, [entry], Array.Empty<ReceiptOpening>().ToLookup(_ => 0L)))[0];
        return new NamedFile("receipt", Encoding.UTF8.GetBytes(receipt.ToString()));
    }

    [Fact]
    public async Task The_last_entry_taken_out_with_everything_that_belongs_to_it_is_found_by_an_older_checkpoint_and_by_its_receipt()
    {
        await _app.Given.Matter("第一件");
        var lost = (await _app.Given.Matter("要消失的一件")).Number;
        var (anchor, receipt) = (await Anchor(), await ReceiptOf(lost));
        Assert.Equal(0, (await Verify(new LedgerQuestion { Anchors = [anchor], Receipts = [receipt] })).Exit);

        await TakeOut(lost);
        await SealAgain();
        var alone = await Verify();
        Assert.True(alone.Exit == 0, "The database alone cannot know: " + string.Join('\n', alone.Findings));
        var held = await Verify(new LedgerQuestion { Anchors = [anchor], Receipts = [receipt] });
        Assert.Contains(held.Findings, f => f is { Code: "V07", Key: "board" });
        Assert.Contains(held.Findings, f => f is { Code: "V14", Key: "receipt" });
        Assert.Equal(1, held.Exit);
    }

    [Fact]
    public async Task An_entry_rewritten_and_everything_after_it_signed_again_is_found_by_an_older_checkpoint_and_by_its_receipt()
    {
        var number = (await _app.Given.Matter("原来的一件")).Number;
        var (anchor, receipt) = (await Anchor(), await ReceiptOf(number));
        var row = (await _rows.Rows($"select * from fact_entry where matter = {number} order by cn desc limit 1"))[0];
        var read = EntryReader.Read((byte[])row["bytes"]);
        var forged = (read.Entry with { Nonce = new byte[16] }).Encode(json => EntryReader.Copy(json, read.Data));
        await _rows.Any("update fact_entry set bytes = $1, leaf = $2 where seq = $3", forged, TreeHash.Leaf(forged), row["seq"]);
        var stored = await Verify();
        Assert.Contains(stored.Findings, f => f is { Code: "V06", Table: "ledger_checkpoint" });
        Assert.Contains(stored.Findings, f => f is { Code: "V04", Table: "head" });

        await SealAgain();
        Assert.Equal(0, (await Verify()).Exit);
        var held = await Verify(new LedgerQuestion { Anchors = [anchor] });
        Assert.Contains(held.Findings, f => f is { Code: "V07", Key: "board" });
        if (read.Entry.Cn == 1)
        {
            Assert.Contains((await Verify(new LedgerQuestion { Receipts = [receipt] })).Findings, f => f.Code == "V14");
        }
    }

    [Fact]
    public async Task A_checkpoint_signed_by_another_key_is_not_believed_and_a_trigger_put_in_by_hand_is_seen()
    {
        await _app.Given.Matter();
        using var foreign = new LedgerKeys(Directory.CreateTempSubdirectory().FullName);
        foreign.Open(mayCreate: true);
        var question = new LedgerQuestion { Policy = Encoding.UTF8.GetBytes(foreign.ReadPolicy()!.ToString()) };
        Assert.Contains((await Verify(question)).Findings, f => f.Code == "V05");
        await _rows.Any(_app.Get<DatabaseSettings>().Kind == DatabaseKind.Sqlite
            ? "create trigger quiet after insert on wording begin update wording set path = path; end"
            : "create rule quiet as on update to wording do instead nothing");
        Assert.Contains((await Verify()).Findings, f => f.Code == "V22" && f.Key.EndsWith("quiet", StringComparison.Ordinal));
    }

    // What the last operation left behind goes with it, so that rebuild finds nothing.
    private async Task TakeOut(long number)
    {
        var first = (long)(await _rows.Rows($"select min(seq) as seq from fact_entry where matter = {number}"))[0]["seq"];
        foreach (var table in ColumnList.All.Where(l => l.Column == "matter").Select(l => l.Table).Distinct())
        {
            await _rows.Any($"delete from \"{table}\" where matter = {number}");
        }

        await _rows.Any($"delete from matter where number = {number}");
        await _rows.Any($"update head set fact_size = {first}, number_last = number_last - 1");
    }

    // The attacker has the key's file and the product itself: it builds trees and signs.
    private async Task SealAgain()
    {
        await _rows.Any("delete from ledger_node");
        await _rows.Any("delete from ledger_checkpoint");
        await _rows.Any(_app.Get<DatabaseSettings>().Kind == DatabaseKind.Sqlite
            ? "update head set fact_frontier = x'', access_frontier = x''"
            : "update head set fact_frontier = '', access_frontier = ''");
        await _app.Journal.Write(Actor.System(Via.Cli), _ => Task.CompletedTask);
    }
}
