using Lianxin.Ledger;
using static Lianxin.Ledger.ReceiptResult;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>Receipts whose signatures do not hold, and policies that cannot be used.</summary>
internal static class BrokenTrust
{
    private static readonly FixedLog Log = new();
    private static readonly VerifierKey Own = FixedLog.Key.AsLog(FixedLog.Origin);

    public static IEnumerable<ReceiptCase> Cases() => [.. OfLog(), .. OfWitnesses(), .. OfBoard(), .. OfPolicy()];

    private static Receipt Signed(Func<NoteSignature, NoteSignature> change, int line = 0)
    {
        var good = FixedLog.Witnessed(Log.Checkpoint(9));
        var lines = good.Note.Signatures.Select((signature, i) => i == line ? change(signature) : signature);
        return Log.Receipt(5, 9, good with { Note = good.Note with { Signatures = [.. lines] } });
    }

    private static NoteSignature Flipped(NoteSignature signature, int at)
    {
        var bytes = signature.Bytes.ToArray();
        bytes[at] ^= 1;
        return signature with { Bytes = bytes };
    }

    private static IEnumerable<ReceiptCase> OfLog()
    {
        var text = Log.Checkpoint(9).Note.Text;
        var der = FixedLog.Key.Sign(FixedLog.Origin, text).Bytes;
        yield return new("one bit of the signature changed", SignatureBad, Signed(line => Flipped(line, 20)));
        yield return new("a wrong key id", KeyUnknown, Signed(line => line with { KeyId = line.KeyId + 1 }));
        yield return new("a wrong key name", KeyUnknown, Signed(line => line with { Name = "lianxin.example.gov.cn/ledger/2" }));
        yield return new("another key under the right id", SignatureBad, Signed(line => FixedLog.NextKey.Sign(line.Name, text) with { KeyId = line.KeyId }));
        yield return new("another key altogether", KeyUnknown, Log.Receipt(5, 9, FixedLog.Witnessed(Log.Checkpoint(9, FixedLog.NextKey))));
        yield return new("a signature over another size", SignatureBad, Signed(line => FixedLog.Key.Sign(line.Name, Log.Checkpoint(10).Note.Text)));
        yield return new("a byte after the signature", SignatureBad, Signed(line => line with { Bytes = [.. line.Bytes, 0] }));
        yield return new("a signature with a long length", SignatureBad, Signed(line => line with { Bytes = [0x30, 0x81, .. line.Bytes[1..]] }));
        yield return new("a signature with a needless nought", SignatureBad, Signed(line => line with { Bytes = Padded(line.Bytes) }));
        yield return new("a signature of noughts", SignatureBad, Signed(line => line with { Bytes = [0x30, 6, 2, 1, 0, 2, 1, 0] }));
        yield return new("a signature of numbers below zero", SignatureBad, Signed(line => line with { Bytes = [0x30, 6, 2, 1, 0x81, 2, 1, 0x81] }));
        yield return new("a signature without its frame", SignatureBad, Signed(line => line with { Bytes = new byte[64] }));
        yield return new("a good and a bad signature of one key", SignatureBad, Log.Receipt(5, 9, FixedLog.Witnessed(Log.Checkpoint(9)).With(Flipped(new NoteSignature(FixedLog.Origin, Own.KeyId, der), 30))));
        yield return new("the log of another district", LogUnknown, Log.Receipt(5, 9, FixedLog.Witnessed(FixedLog.Signed(new Checkpoint("other.example.gov.cn/ledger/1", 9, Log.Root(9))))));
        yield return new("a key that had been retired", KeyNotValidThen, Log.Receipt(5, 9)) { Policy = FixedLog.Policy($"log {Own} until=8\n") };
        yield return new("a key that was not in force yet", KeyNotValidThen, Log.Receipt(5, 9)) { Policy = FixedLog.Policy($"log {Own} from=10\n") };
        yield return new("a key in force at that size alone", Proven, Log.Receipt(5, 9)) { Policy = FixedLog.Policy($"log {Own} from=9 until=9\n") };
    }

    private static IEnumerable<ReceiptCase> OfWitnesses()
    {
        var good = FixedLog.Witnessed(Log.Checkpoint(9));
        SignedCheckpoint Only(params int[] lines) => good with { Note = good.Note with { Signatures = [.. lines.Select(line => good.Note.Signatures[line])] } };
        yield return new("a bit of a witness's signature changed", WitnessSignatureBad, Signed(line => Flipped(line, 20), 1));
        yield return new("a witness's time changed", WitnessSignatureBad, Signed(line => Flipped(line, 7), 2));
        yield return new("a witness's time beyond all years", WitnessSignatureBad, Signed(line => Flipped(line, 0), 1));
        yield return new("a witness's signature of its time alone", WitnessSignatureBad, Signed(line => line with { Bytes = line.Bytes[..8] }, 1));
        yield return new("a witness that signed as a log does", AwaitingWitnesses, Signed(line => FixedLog.First.Sign(line.Name, good.Note.Text), 1));
        yield return new("a witness under another's name", AwaitingWitnesses, Signed(line => line with { Name = FixedLog.SecondWitness }, 1));
        yield return new("one witness of two", AwaitingWitnesses, Log.Receipt(5, 9, Only(0, 1)));
        yield return new("one witness twice", AwaitingWitnesses, Log.Receipt(5, 9, Only(0, 1, 1)));
        yield return new("witnesses without the log", KeyUnknown, Log.Receipt(5, 9, Only(1, 2)));
        yield return new("recorded later than a witness saw it", TimeAfterWitness, Log.Receipt(5, 9, FixedLog.Witnessed(Log.Checkpoint(9), FixedLog.Start)));
        yield return new("recorded within the clocks' difference", Proven, Log.Receipt(5, 9, FixedLog.Witnessed(Log.Checkpoint(9), FixedLog.Start.AddSeconds(1))));
    }

    private static IEnumerable<ReceiptCase> OfBoard()
    {
        var good = Log.Receipt(5, 9);
        yield return new("another code on the notice board", KeyNotOnBoard, good) { KeyCode = FixedLog.NextKey.AsLog(FixedLog.Origin).Code.ToString() };
        yield return new("the notice board's code mistyped", KeyCodeUnreadable, good) { KeyCode = Own.Code.ToString()[..^1] + "?" };
        yield return new("an empty code", KeyCodeUnreadable, good) { KeyCode = "" };
    }

    private static IEnumerable<ReceiptCase> OfPolicy()
    {
        var good = Log.Receipt(5, 9);
        var (key, usual) = (Own.ToString(), FixedLog.Policy());
        var witness = usual.Split('\n')[2];
        (string, string)[] bad =
        [
            ("an empty policy", ""),
            ("a policy without a quorum", usual.Replace("quorum both\n", "", StringComparison.Ordinal)),
            ("a policy with two quorums", usual + "quorum none\n"),
            ("a policy with an unknown quorum", FixedLog.Policy(quorum: "all")),
            ("a policy with an unknown line", usual + "trust everyone\n"),
            ("a policy with a wrong key id", usual.Replace(key.Split('+')[1], "00000000", StringComparison.Ordinal)),
            ("a policy with a key id in capitals", usual.Replace(key.Split('+')[1], key.Split('+')[1].ToUpperInvariant(), StringComparison.Ordinal)),
            ("a policy with an unknown algorithm", FixedLog.Policy("log a+00000000+AQAA\n")),
            ("a policy with a point off the curve", FixedLog.Policy($"log {OffCurve()}\n")),
            ("a policy with one log twice", FixedLog.Policy($"log {key}\nlog {key} from=9\n")),
            ("a policy with a witness as a log", FixedLog.Policy($"log {FixedLog.First.AsWitness("a")}\n")),
            ("a policy with a log as a witness", usual.Replace("group", $"witness a {key}\ngroup", StringComparison.Ordinal)),
            ("a policy with one witness twice", usual.Replace("group", witness.Replace("jiwei ", "again ", StringComparison.Ordinal) + "\ngroup", StringComparison.Ordinal)),
            ("a policy that needs three of two", usual.Replace("all", "3", StringComparison.Ordinal)),
            ("a policy that needs none of two", usual.Replace("all", "0", StringComparison.Ordinal)),
            ("a policy with a group of nobody", usual.Replace("group", "group none all\ngroup", StringComparison.Ordinal)),
            ("a policy that groups one twice", usual.Replace("quorum", "group more any jiwei\nquorum", StringComparison.Ordinal)),
            ("a policy whose group stands before its members", "group both all jiwei city\n" + usual.Replace("group both all jiwei city\n", "", StringComparison.Ordinal)),
            ("a policy with line ends of another system", usual.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("a policy with from after until", FixedLog.Policy($"log {key} until=9 from=1 https://a.example\n")),
        ];
        foreach (var (name, policy) in bad)
        {
            yield return new(name, PolicyUnreadable, good) { Policy = policy };
        }
    }

    private static string OffCurve()
    {
        var key = FixedLog.Key.PublicKey.ToArray();
        key[^1] ^= 1;
        return new VerifierKey(FixedLog.Origin, new EcdsaP256(), key).ToString();
    }

    /// <summary>The same two numbers, the first with a nought before it that DER forbids.</summary>
    private static byte[] Padded(byte[] der) => [0x30, (byte)(der[1] + 1), 2, (byte)(der[3] + 1), 0, .. der[4..]];
}
