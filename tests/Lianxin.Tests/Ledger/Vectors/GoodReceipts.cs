using System.Text;
using Lianxin.Ledger;
using static Lianxin.Ledger.ReceiptResult;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>Receipts that are right.</summary>
internal static class GoodReceipts
{
    public static IEnumerable<ReceiptCase> Cases()
    {
        var log = new FixedLog();
        var fresh = log.Receipt(5, 9, log.Checkpoint(9));
        var later = log.Consistency(9, FixedLog.Witnessed(log.Checkpoint(20)));
        yield return new("confirmed by both witnesses", Proven, log.Receipt(5, 9));
        yield return new("a policy without witnesses", Proven, fresh) { Policy = FixedLog.Policy(quorum: "none") };
        yield return new("a policy content with one witness", Proven, fresh with { Checkpoint = One(log) }) { Policy = FixedLog.Policy(quorum: "jiwei") };
        yield return new("fresh, no witness yet", AwaitingWitnesses, fresh);
        yield return new ReceiptCase("fresh, then confirmed later", Proven, fresh).Then(later);
        yield return new ReceiptCase("held against the same size", Proven, fresh).Then(FixedLog.Witnessed(log.Checkpoint(9)));
        yield return new("held against the notice board", Proven, log.Receipt(5, 9)) { KeyCode = FixedLog.Key.AsLog(FixedLog.Origin).Code.ToString() };
        yield return new("the only entry", Proven, log.Receipt(0, 1));
        yield return new("the last entry", Proven, log.Receipt(22, 23)) { Policy = FixedLog.Policy(quorum: "none") };
        yield return new("nothing opened", Proven, log.Receipt(5, 9) with { Openings = [] });
        yield return new("lines nobody audits", Proven, Extended(log));
        yield return new("unknown lines between", Proven, log.Receipt(5, 9, Strangers(log)));
        foreach (var one in (IEnumerable<ReceiptCase>)[.. Cosigned(log), .. Rotation(log)])
        {
            yield return one;
        }
    }

    private static SignedCheckpoint One(FixedLog log)
    {
        var signed = log.Checkpoint(9);
        return signed.With(FixedLog.First.Cosign(FixedLog.FirstWitness, signed.Note.Text, FixedLog.Seen));
    }

    private static Receipt Extended(FixedLog log) =>
        log.Receipt(5, 9, FixedLog.Witnessed(FixedLog.Signed(new Checkpoint(FixedLog.Origin, 9, log.Root(9), ["sm2 later"]))));

    private static SignedCheckpoint Strangers(FixedLog log)
    {
        var signed = FixedLog.Witnessed(log.Checkpoint(9));
        var stranger = new NoteSignature("stranger.example", 7, Encoding.ASCII.GetBytes("whatever it signs with"));
        return signed.With(stranger).With(stranger with { Name = FixedLog.Origin });
    }

    /// <summary>Confirmed as <c>lianxin witness</c> does, and read under policies that name not all, or none, of those who did.</summary>
    private static IEnumerable<ReceiptCase> Cosigned(FixedLog log)
    {
        const string Elsewhere = "elsewhere.example.gov.cn/witness";
        var stranger = new FixedKey("strange witness");
        var (bare, text) = (log.Checkpoint(9), log.Checkpoint(9).Note.Text);
        var strange = stranger.Cosign(Elsewhere, text, FixedLog.Seen);
        var spoilt = stranger.Cosign(Elsewhere, log.Checkpoint(10).Note.Text, FixedLog.Seen);
        var named = $"log {FixedLog.Key.AsLog(FixedLog.Origin)}\n";
        var first = $"{named}witness jiwei {FixedLog.First.AsWitness(FixedLog.FirstWitness)}\nquorum jiwei\n";
        yield return new("a witness the policy no longer names", Proven, log.Receipt(5, 9)) { Policy = first };
        yield return new("only a witness the policy no longer names", AwaitingWitnesses, log.Receipt(5, 9, bare.With(FixedLog.Second.Cosign(FixedLog.SecondWitness, text, FixedLog.Seen)))) { Policy = first };
        yield return new("cosigned, and a policy that names nobody", Proven, log.Receipt(5, 9)) { Policy = named + "quorum none\n" };
        yield return new("cosigned by a stranger alone", AwaitingWitnesses, log.Receipt(5, 9, bare.With(strange)));
        yield return new("a stranger's cosignature of another size", Proven, log.Receipt(5, 9, FixedLog.Witnessed(bare).With(spoilt)));
        yield return new("a witness's cosignature under a stranger's name", AwaitingWitnesses, log.Receipt(5, 9, bare.With(FixedLog.First.Cosign(Elsewhere, text, FixedLog.Seen)))) { Policy = first };
        yield return new("a witness that confirmed twice", Proven, log.Receipt(5, 9, FixedLog.Witnessed(bare, FixedLog.Seen.AddHours(1)).With(FixedLog.First.Cosign(FixedLog.FirstWitness, text, FixedLog.Seen))));
        yield return new ReceiptCase("one witness before, the other later", AwaitingWitnesses, log.Receipt(5, 9, One(log)))
            .Then(log.Consistency(9, log.Checkpoint(20).With(FixedLog.Second.Cosign(FixedLog.SecondWitness, log.Checkpoint(20).Note.Text, FixedLog.Seen))));
    }

    private static IEnumerable<ReceiptCase> Rotation(FixedLog log)
    {
        var policy = FixedLog.Policy($"log {FixedLog.Key.AsLog(FixedLog.Origin)} until=12\nlog\t{FixedLog.NextKey.AsLog(FixedLog.Origin)}  from=8 https://a.example\n");
        var board = FixedLog.NextKey.AsLog(FixedLog.Origin).Code.ToString();
        var both = FixedLog.Witnessed(log.Checkpoint(9, FixedLog.Key, FixedLog.NextKey));
        yield return new("two keys while a rotation overlaps", Proven, log.Receipt(5, 9, both)) { Policy = policy };
        yield return new("the new key alone", Proven, log.Receipt(5, 20, FixedLog.Witnessed(log.Checkpoint(20, FixedLog.NextKey)))) { Policy = policy };
        yield return new ReceiptCase("an old receipt and the new key on the board", Proven, log.Receipt(5, 6)) { Policy = policy, KeyCode = board }
            .Then(log.Consistency(6, log.Checkpoint(20, FixedLog.NextKey)));
    }
}
