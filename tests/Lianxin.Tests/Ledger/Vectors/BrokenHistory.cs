using Lianxin.Ledger;
using static Lianxin.Ledger.ReceiptResult;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>Right receipts held against a newer checkpoint that does not follow from them.</summary>
internal static class BrokenHistory
{
    public static IEnumerable<ReceiptCase> Cases()
    {
        var log = new FixedLog();
        var rewritten = new FixedLog(23, i => i == 3
            ? (FixedLog.Entry(3) with { Type = "matter.withdrawn" }).Encode(json => json.Open().Close())
            : log.Entries[i]);
        var good = new ReceiptCase("", HistoryDiffers, log.Receipt(5, 9));
        var now = FixedLog.Witnessed(log.Checkpoint(20));
        var proof = log.Consistency(9, now);
        yield return (good with { Name = "an earlier entry rewritten and all signed again" })
            .Then(rewritten.Consistency(9, FixedLog.Witnessed(rewritten.Checkpoint(20))));
        yield return (good with { Name = "the same size with another root" }).Then(FixedLog.Witnessed(rewritten.Checkpoint(9)));
        yield return (good with { Name = "a later proof with a step changed" }).Then(proof with { Proof = [FixedLog.Bytes("step"), .. proof.Proof.Skip(1)] });
        yield return (good with { Name = "a later proof with a step missing" }).Then(proof with { Proof = [.. proof.Proof.Skip(1)] });
        yield return (good with { Name = "a later proof without steps" }).Then(proof with { Proof = [] });
        yield return (good with { Name = "a later checkpoint without a proof", Due = NewerNotComparable }).Then(now);
        yield return (good with { Name = "a log that has become shorter", Due = NewerNotComparable }).Then(FixedLog.Witnessed(log.Checkpoint(7)));
        yield return (good with { Name = "a proof from another size", Due = NewerNotComparable }).Then(log.Consistency(8, now));
        yield return (good with { Name = "a newer checkpoint of another log", Due = NewerNotComparable })
            .Then(FixedLog.Signed(new Checkpoint("other.example.gov.cn/ledger/1", 9, log.Root(9))));
        yield return (good with { Name = "a newer checkpoint signed by a stranger", Due = NewerNotTrusted }).Then(log.Consistency(9, log.Checkpoint(20, FixedLog.NextKey)));
        yield return (good with { Name = "a newer checkpoint with a bad witness", Due = NewerNotTrusted })
            .Then(log.Consistency(9, now.With(now.Note.Signatures[1] with { Bytes = new byte[80] })));
        yield return (good with { Name = "a newer checkpoint that cannot be read", Due = NewerUnreadable }).Then("old 9\n" + now);
        yield return (good with { Name = "a newer checkpoint that is empty", Due = NewerUnreadable }).Then("");
        yield return (good with { Name = "64 steps to the newer checkpoint", Due = NewerUnreadable })
            .Then(proof with { Proof = [.. Enumerable.Repeat(FixedLog.Bytes("step"), 64)] });
        yield return new ReceiptCase("one witness then and the other later", AwaitingWitnesses, Halved(log, 9, 1)).Then(log.Consistency(9, Half(log, 20, 2)));
    }

    private static Receipt Halved(FixedLog log, long size, int line) => log.Receipt(5, size, Half(log, size, line));

    private static SignedCheckpoint Half(FixedLog log, long size, int line)
    {
        var signed = FixedLog.Witnessed(log.Checkpoint(size));
        return signed with { Note = signed.Note with { Signatures = [signed.Note.Signatures[0], signed.Note.Signatures[line]] } };
    }
}
