using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Portal;

/// <summary>What a resident holds: code, QR and file on every acknowledgement; and what anybody can hold it against.</summary>
public sealed class ProofPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<byte[]> Bytes(string path) => app.Client().GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop);

    private static string CodeOn(Browser browser) => browser.Page.QuerySelector("[data-receipt-code]")!.TextContent.Trim();

    [Fact]
    [Trait("row", "LZ-23")]
    public async Task Every_acknowledgement_carries_the_code_and_the_file_that_proves_it()
    {
        var (browser, link) = await Resident.Reported(app);
        var code = CodeOn(browser);
        var file = await Bytes(link + "/receipt");
        var receipt = Receipt.Parse(file);
        Assert.Equal(code, receipt.Code.ToString());
        Assert.Equal(["body", "title"], receipt.Openings.Select(o => o.Path));
        var report = ReceiptCheck.Of(new ReceiptQuestion(file, await Bytes("/ledger/policy.txt")));
        Assert.Equal(ReceiptResult.Proven, report.Result);

        await browser.Follow("proof");
        Assert.Equal(code, CodeOn(browser));
        Assert.NotNull(browser.Page.QuerySelector(".lx-qr"));

        // Opening the receipt was the first step after the registration.
        Assert.Contains("增加了 1 步", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "LZ-23")]
    public async Task The_page_after_reporting_carries_the_receipt_as_a_code_of_its_own_below_the_one_to_scan()
    {
        var (browser, link) = await Resident.Reported(app);
        var codes = browser.Page.QuerySelectorAll(".lx-receipt .lx-receipt-code");
        Assert.Equal(["扫码查看办理进度", "登记证明码：查进度不用扫这个"], codes.Select(code => code.QuerySelector(".lx-qr")!.GetAttribute("aria-label")));
        Assert.Equal("显示登记证明码", codes[1].PreviousElementSibling!.TextContent);
        Assert.Equal("DETAILS", codes[1].PreviousElementSibling!.TagName);
        var pinned = ReceiptQr.Parse(codes[1].GetAttribute("data-receipt-qr")!);
        var receipt = Receipt.Parse(await Bytes(link + "/receipt"));
        Assert.Equal((receipt.Index, CodeOn(browser)), (pinned.Index, SpokenCode.Of(pinned.Leaf).ToString()));
        Assert.Equal(Trust.Signed, PolicyJudgement.Of(LedgerPolicy.Parse(await Bytes("/ledger/policy.txt")), pinned.Checkpoint).Trust);
    }

    [Fact]
    [Trait("row", "LZ-23")]
    public async Task The_proof_page_lists_every_entry_of_the_matter_and_what_came_since_and_gives_only_own_receipts()
    {
        var receipt = await app.Given.Answered();
        await app.Get<MatterHandling>().Note(new MatterRef((await app.Given.Handled()).Number), "内部备注", false, await app.Given.Officer("city-lead"));
        await app.Get<MatterFeedback>().Add(new MatterRef(receipt.Number), "再补充一句", [], Given.ThePerson);
        await using var db = app.Read();
        var entries = await db.FactEntries.Where(e => e.Matter == receipt.Number).OrderBy(e => e.Cn).ToListAsync(Stop);
        var page = await app.Browser().Open($"/r/{receipt.Link}/proof");
        Assert.Equal(entries.Count, page.Page.QuerySelectorAll("[data-proven=yes]").Length);
        Assert.Contains($"增加了 {entries.Count - 1} 步", page.Text, StringComparison.Ordinal);

        var own = Receipt.Parse(await Bytes($"/r/{receipt.Link}/receipt/{entries[^1].Seq}"));
        Assert.Equal("再补充一句", Assert.Single(own.Openings).Text);
        var foreign = entries.First(e => EntryReader.Read(e.Bytes).Entry.Actor.Kind == "staff");
        using var no = await app.Client().GetAsync(new Uri($"/r/{receipt.Link}/receipt/{foreign.Seq}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, no.StatusCode);
        var others = (await app.Given.Matter()).Number;
        var other = await db.FactEntries.Where(e => e.Matter == others).Select(e => e.Seq).FirstAsync(Stop);
        using var absent = await app.Client().GetAsync(new Uri($"/r/{receipt.Link}/receipt/{other}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    [Fact]
    public async Task An_entry_changed_in_the_database_is_said_to_its_person()
    {
        await using var own = await TestApp.Start();
        var receipt = await own.Given.Matter();
        await using (var rows = await Foundation.DirectRows.Open(own))
        {
            var row = (await rows.Rows($"select * from fact_entry where matter = {receipt.Number} and cn = 1"))[0];
            var read = EntryReader.Read((byte[])row["bytes"]);
            var forged = (read.Entry with { At = read.Entry.At.AddDays(-1) }).Encode(json => EntryReader.Copy(json, read.Data));
            await rows.Any("update fact_entry set bytes = $1 where seq = $2", forged, row["seq"]);
        }

        var page = await own.Browser().Open($"/r/{receipt.Link}/proof");
        Assert.Contains("这一步和台账对不上", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_receipt_is_held_against_todays_log_by_a_file_anybody_may_take()
    {
        var first = await app.Given.Matter();
        var old = await Bytes($"/r/{first.Link}/receipt");
        await app.Given.Matter();
        var size = Receipt.Parse(old).Checkpoint.Checkpoint.Size;
        var report = ReceiptCheck.Of(new ReceiptQuestion(old, await Bytes("/ledger/policy.txt"), await Bytes($"/ledger/1/newer/{size}")));
        Assert.Equal(ReceiptResult.Proven, report.Result);
        Assert.True(report.NewerSize > size);
    }

    [Fact]
    public async Task The_public_page_gives_checkpoints_keys_policy_tiles_and_the_offline_page()
    {
        await app.Given.Matter();
        var page = await app.Browser().Open("/ledger");
        var policy = LedgerPolicy.Parse(await Bytes("/ledger/policy.txt"));
        Assert.Contains(policy.Logs[0].Key.Code.ToString(), page.Text, StringComparison.Ordinal);
        var newest = SignedCheckpoint.Parse(await Bytes("/ledger/1/checkpoint"));
        Assert.Equal(Trust.Signed, PolicyJudgement.Of(policy, newest).Trust);
        Assert.Equal(newest.ToString(), Encoding.UTF8.GetString(await Bytes($"/ledger/1/checkpoint/{newest.Checkpoint.Size}")));

        var size = newest.Checkpoint.Size;
        var edge = new Frontier();
        for (var index = 0; edge.Size < size; index++)
        {
            var width = Math.Min(HashTile.Full, size - edge.Size);
            var tile = await Bytes($"/ledger/1/{new HashTile(0, index, (int)width)}");
            for (var at = 0; at < tile.Length; at += 32)
            {
                edge.Append(tile[at..(at + 32)]);
            }
        }

        Assert.Equal(newest.Checkpoint.Root, edge.Root());
        using var beyond = await app.Client().GetAsync(new Uri("/ledger/1/tile/0/999", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        using var entries = await app.Client().GetAsync(new Uri("/ledger/1/tile/entries/000", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, entries.StatusCode);
        using var offline = await app.Client().GetAsync(new Uri("/ledger/verify.html", UriKind.Relative), Stop);
        Assert.Equal(OfflineVerifier.ContentSecurityPolicy, Assert.Single(offline.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains(policy.Logs[0].Key.ToString(), await offline.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }
}
